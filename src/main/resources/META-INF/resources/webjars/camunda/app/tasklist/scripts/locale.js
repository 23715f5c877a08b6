/*
 * The labels of locales/zh-CN.json, known before an application of Camunda starts. Left alone, the
 * applications start first and request the file then; what reads its label only once (the search field,
 * the sort order) would go on showing the key on a slow machine. They do wait for their custom scripts,
 * and do not request a language that is registered already.
 */

/**
 * Registers the Chinese of an application; a custom script awaits it before it ends.
 *
 * @param {string} app 'tasklist', 'welcome' or 'admin'
 * @param {Object<string, string>} moreLabels labels by their keys, beside those of the file
 */
export async function useChinese(app, moreLabels = {}) {
  const file = new URL(`../../${app}/locales/zh-CN.json`, import.meta.url);
  let locale;
  try {
    const answer = await fetch(file);
    if (!answer.ok) {
      throw new Error(`Status ${answer.status}`);
    }
    locale = await answer.json();
  } catch (failure) {
    // Not passed on: an application does not start when a custom script fails. Now it requests the file
    // itself and tells the user if it is still not there.
    console.error(`${file.pathname} cannot be read`, failure);
    return;
  }
  const application = window.angular.module(`cam.${app}`);
  application.config([
    '$translateProvider',
    (translations) => translations.translations('zh-CN', { ...locale.labels, ...moreLabels }),
  ]);
  if (locale.dateLocales) {
    // Admin keeps its moment to itself and writes dates as numbers only.
    application.config([
      '$injector',
      (injector) => {
        if (injector.has('moment')) {
          injector.get('moment').defineLocale('zh-CN', locale.dateLocales);
        }
      },
    ]);
  }
}
