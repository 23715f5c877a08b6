// Settings of Tasklist. The application's copy is served instead of the one in the Camunda webjar.
export default {
  app: {
    name: '任务办理',
    vendor: '信程',
  },
  // Chinese is the only language: whatever a browser asks for falls back to it. Dates follow the
  // "longDateFormat" of locales/zh-CN.json: a tooltip carries the weekday, a list entry does not.
  locales: {
    availableLocales: ['zh-CN'],
    fallbackLocale: 'zh-CN',
  },
  dateFormat: {
    monthName: 'MMMM',
    day: 'D',
    abbr: 'LLL',
    normal: 'LLL',
    long: 'LLLL',
    short: 'LL',
  },
  customScripts: ['scripts/chinese', 'scripts/offered', 'scripts/sorting', 'scripts/cards', 'scripts/forms'],
  // The greeting on the sign-in page advertises Camunda's tour, which is in English.
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: '认领当前任务',
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: '定位到第一个筛选器',
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: '定位到列表中的第一项任务',
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: '定位到表单的第一个输入框',
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: '打开发起流程的窗口',
    },
  },
};
