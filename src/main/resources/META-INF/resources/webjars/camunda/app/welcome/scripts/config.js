// Settings of the Welcome page (own profile and password). The application's copy is served instead of
// the one in the Camunda webjar.
export default {
  app: {
    name: '个人信息',
    vendor: '信程',
  },
  locales: {
    availableLocales: ['zh-CN'],
    fallbackLocale: 'zh-CN',
  },
  customScripts: ['scripts/chinese'],
  disableWelcomeMessage: true,
  links: [
    {
      label: '我的账号',
      href: '/account',
      description: '密码、登录会话、动态验证码',
    },
    {
      label: '信程首页',
      href: '/',
      description: '公开名单、期限计算',
    },
    {
      label: '案件',
      href: '/cases',
      description: '案件的经过、期限和文书',
    },
  ],
};
