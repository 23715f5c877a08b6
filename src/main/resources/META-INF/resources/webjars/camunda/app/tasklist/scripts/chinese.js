/*
 * Chinese for the parts of Tasklist that locales/zh-CN.json does not reach: the language of the page, the
 * calendars of AngularJS and flatpickr, and the texts that form-js 1.8 holds as constants. Tasklist
 * imports this module (config.js, customScripts) after it has defined its AngularJS modules and before it
 * starts them.
 */
const MONTHS = ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月'];
const SHORT_MONTHS = MONTHS.map((_, index) => `${index + 1}月`);
const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];
const SHORT_WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

// The page is delivered as English; screen readers choose the voice by this attribute.
document.documentElement.lang = 'zh-CN';

window.angular.module('cam.tasklist').config([
  '$provide',
  'uibDatepickerConfig',
  ($provide, datepicker) => {
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
 * form-js neither translates nor lets Tasklist hand it a translation, so its texts are changed where they
 * appear. Whole texts only, and only inside a form; whatever is not in this table stays as it is.
 */
const FORM_TEXTS = [
  [/^Field is required\.$/, () => '此项必填。'],
  [/^Field must match pattern (.+)\.$/s, (pattern) => `格式不符合要求（${pattern}）。`],
  [/^Field must have minimum value of (.+)\.$/, (min) => `不得小于 ${min}。`],
  [/^Field must have maximum value of (.+)\.$/, (max) => `不得大于 ${max}。`],
  [/^Field must have minimum length of (.+)\.$/, (min) => `不得少于 ${min} 个字符。`],
  [/^Field must have maximum length of (.+)\.$/, (max) => `不得超过 ${max} 个字符。`],
  [/^Field must be a valid email\.$/, () => '请填写有效的电子邮箱。'],
  [/^Field must be a valid\s+international phone number\..*$/, () => '请填写带国家代码的电话号码，例如 +8657788888888。'],
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
  [/^Search$/, () => '搜索'],
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
// Elements whose text comes from form-js. Labels, options and cells hold the form's own words: not listed.
const TEXT_HOLDERS =
  '.fjs-form-field-error, .fjs-dropdownlist-empty, .fjs-table-empty, .fjs-table-td[colspan], .fjs-table-nav-label,' +
  ' .fjs-taglist-skip-link';
const ATTRIBUTES = ['placeholder', 'aria-label', 'title'];

function inChinese(text) {
  for (const [pattern, chinese] of FORM_TEXTS) {
    const match = pattern.exec(text);
    if (match) {
      return chinese(...match.slice(1));
    }
  }
  return text;
}

function translateText(node) {
  const holder = node.parentElement;
  if (!holder || !holder.closest('.fjs-container')) {
    return;
  }
  let chinese = node.data;
  if (holder.matches('.fjs-select-placeholder')) {
    chinese = node.data === 'Select' ? '请选择' : node.data;
  } else if (holder.closest(TEXT_HOLDERS)) {
    chinese = inChinese(node.data);
  }
  // Writing the same text again would be observed again, without end.
  if (chinese !== node.data) {
    node.data = chinese;
  }
}

function translateAttributes(element) {
  if (!element.closest('.fjs-container')) {
    return;
  }
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    const chinese = value === null ? null : inChinese(value);
    if (chinese !== value) {
      element.setAttribute(name, chinese);
    }
  }
}

function translateTree(root) {
  if (root.nodeType === Node.TEXT_NODE) {
    translateText(root);
    return;
  }
  if (root.nodeType !== Node.ELEMENT_NODE) {
    return;
  }
  translateAttributes(root);
  root.querySelectorAll('[placeholder], [aria-label], [title]').forEach(translateAttributes);
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    translateText(texts.currentNode);
  }
}

new MutationObserver((changes) => {
  for (const change of changes) {
    if (change.type === 'characterData') {
      translateText(change.target);
    } else if (change.type === 'attributes') {
      translateAttributes(change.target);
    } else {
      change.addedNodes.forEach(translateTree);
    }
  }
}).observe(document.body, {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ATTRIBUTES,
});
