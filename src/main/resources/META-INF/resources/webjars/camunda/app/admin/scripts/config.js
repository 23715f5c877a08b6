// Settings of Admin (users, groups and rights). The application's copy is served instead of the one in
// the Camunda webjar.
export default {
  app: {
    name: '系统管理',
    vendor: '信程',
  },
  locales: {
    availableLocales: ['zh-CN'],
    fallbackLocale: 'zh-CN',
  },
  customScripts: ['scripts/chinese'],
  disableWelcomeMessage: true,
};
