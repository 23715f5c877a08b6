/*
 * Chinese for the parts of Tasklist that locales/zh-CN.json does not reach: the language of the page,
 * dates, the calendars of AngularJS and flatpickr, and the texts that Tasklist and form-js 1.8 hold as
 * constants. Tasklist imports this module (config.js, customScripts) after it has defined its AngularJS
 * modules and before it starts them.
 */
import { keepChinese } from './constants.js';
import { useChinese } from './locale.js';

const MONTHS = ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月'];
const SHORT_MONTHS = MONTHS.map((_, index) => `${index + 1}月`);
const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];
const SHORT_WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
// Operators of the task search: Tasklist looks their labels up, but its language files lack them.
const MISSING_LABELS = { like: '类似', 'not like': '不类似', in: '属于' };

// The page is delivered as English; screen readers choose the voice by this attribute.
document.documentElement.lang = 'zh-CN';

await useChinese('tasklist', MISSING_LABELS);

window.angular.module('cam.tasklist').config([
  '$provide',
  'uibDatepickerConfig',
  'amTimeAgoConfig',
  ($provide, datepicker, timeAgo) => {
    // Due dates as dates: "in 3 days" counts calendar days where the law mostly counts working days.
    // A threshold below every difference makes the directive write the date always.
    Object.assign(timeAgo, {
      fullDateThreshold: Number.NEGATIVE_INFINITY,
      fullDateFormat: 'YYYY年M月D日 HH:mm',
    });
    Object.assign(datepicker, {
      formatDay: 'd',
      formatDayTitle: 'yyyy年M月',
      formatMonthTitle: 'yyyy年',
      showWeeks: false,
      startingDay: 1,
    });
    $provide.decorator('$locale', [
      '$delegate',
      (locale) => {
        locale.id = 'zh-cn';
        Object.assign(locale.DATETIME_FORMATS, {
          MONTH: MONTHS,
          STANDALONEMONTH: MONTHS,
          SHORTMONTH: SHORT_MONTHS,
          DAY: WEEKDAYS,
          SHORTDAY: SHORT_WEEKDAYS,
          AMPMS: ['上午', '下午'],
          FIRSTDAYOFWEEK: 0,
        });
        return locale;
      },
    ]);
  },
]);

window.flatpickr.localize({
  weekdays: { shorthand: SHORT_WEEKDAYS, longhand: WEEKDAYS },
  months: { shorthand: SHORT_MONTHS, longhand: SHORT_MONTHS },
  firstDayOfWeek: 1,
  rangeSeparator: '至',
  scrollTitle: '滚动以增减',
  toggleTitle: '点击切换',
  yearAriaLabel: '年',
  monthAriaLabel: '月',
  hourAriaLabel: '时',
  minuteAriaLabel: '分',
});

/*
 * Neither Tasklist nor form-js offers a way to translate the texts below. What a form's author or a user wrote
 * (labels, options, cells) is in none of these places.
 */
const FORM = '.fjs-container';
const FORM_TEXTS = [
  [/^Field is required\.$/, () => '此项必填。'],
  // Without the pattern: what is expected belongs in the field's description, in words.
  [/^Field must match pattern .+\.$/s, () => '格式不符合要求。'],
  [/^Field must have minimum value of (.+)\.$/, (min) => `不得小于 ${min}。`],
  [/^Field must have maximum value of (.+)\.$/, (max) => `不得大于 ${max}。`],
  [/^Field must have minimum length of (.+)\.$/, (min) => `不得少于 ${min} 个字符。`],
  [/^Field must have maximum length of (.+)\.$/, (max) => `不得超过 ${max} 个字符。`],
  [/^Field must be a valid email\.$/, () => '请填写有效的电子邮箱。'],
  [/^Field must be a valid\s+international phone number\..*$/, () => '请填写以 + 和国家代码开头的电话号码，中国为 +86。'],
  [/^Value is not a number\.$/, () => '请填写数字。'],
  [/^Value is expected to be an integer\.$/, () => '请填写整数。'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, (digits) => `小数不得超过 ${digits} 位。`],
  [
    /^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/,
    (lower, upper) => `该值不可用，最接近的可用值是 ${lower} 和 ${upper}。`,
  ],
  [/^Date and time must both be entered\.$/, () => '日期和时间都须填写。'],
  [/^No results$/, () => '没有结果'],
  [/^All values selected$/, () => '已全部选择'],
  [/^Nothing to show\.$/, () => '没有内容。'],
  [/^Skip to search$/, () => '跳到搜索'],
  [/^Select$/, () => '请选择'],
  [/^Search$/, () => '搜索'],
  [/^yyyy\/mm\/dd$/, () => '年/月/日'],
  [/^hh:mm( \?m)?$/, () => '时:分'],
  [/^Remove tag$/, () => '移除'],
  [/^Increment$/, () => '增加'],
  [/^Decrement$/, () => '减少'],
  [/^Previous page$/, () => '上一页'],
  [/^Next page$/, () => '下一页'],
  [/^Click to sort by (.+) descending$/s, (column) => `点击按“${column}”降序排列`],
  [/^Click to sort by (.+) ascending$/s, (column) => `点击按“${column}”升序排列`],
  [/^Click to remove sorting$/, () => '点击取消排序'],
  [/^ of $/, () => ' / '],
];
const FORM_HOLDERS = [
  '.fjs-form-field-error',
  '.fjs-dropdownlist-empty',
  '.fjs-select-placeholder',
  '.fjs-table-empty',
  '.fjs-table-td[colspan]',
  '.fjs-table-nav-label',
  '.fjs-taglist-skip-link',
].map((holder) => `${FORM} ${holder}, ${FORM} ${holder} *`);

const DIAGRAM = '.navigation';
const DIAGRAM_TEXTS = [
  [/^zoom in$/, () => '放大'],
  [/^zoom out$/, () => '缩小'],
  [/^reset zoom$/, () => '恢复原始大小'],
];

const CALENDAR = '.uib-datepicker .sr-only';
const CALENDAR_TEXTS = [
  [/^previous$/, () => '前一页'],
  [/^next$/, () => '后一页'],
];

keepChinese(
  [
    [FORM_HOLDERS.join(), FORM_TEXTS],
    [CALENDAR, CALENDAR_TEXTS],
  ],
  [
    [`${FORM} *`, FORM_TEXTS],
    [`${DIAGRAM} *`, DIAGRAM_TEXTS],
  ],
);
