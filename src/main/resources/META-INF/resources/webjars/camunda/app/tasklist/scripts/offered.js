/*
 * What the server refuses is not offered. Tasklist builds its buttons and tabs from registered views; these are taken away
 * where it asks for them:
 *
 *   create-task-action   tasks come from procedures only
 *   task-action-comment  a comment would keep personal data in the engine
 *   task-detail-history  always empty: what was done stands in the case file and in the audit log
 *
 * What is no view of its own is hidden in styles/user-styles.css.
 */
const REFUSED = new Set(['create-task-action', 'task-action-comment', 'task-detail-history']);

window.angular.module('cam.tasklist').config([
  '$provide',
  ($provide) => {
    $provide.decorator('Views', [
      '$delegate',
      (views) => {
        const registered = views.getProviders;
        views.getProviders = (options) => registered(options).filter((view) => !REFUSED.has(view.id));
        return views;
      },
    ]);
  },
]);
