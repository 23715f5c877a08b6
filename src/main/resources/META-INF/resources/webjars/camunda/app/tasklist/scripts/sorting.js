/*
 * The task that is due first stands first. Tasklist has no setting for it: without an order in the address it takes the
 * newest first, so the order is put into the address before Tasklist reads it. Whoever chooses another order keeps it.
 */
const DUE_FIRST = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);

window.angular.module('cam.tasklist').run([
  '$rootScope',
  '$location',
  ($rootScope, $location) => {
    const orderByDueDate = () => {
      if ($location.path() === '/' && !$location.search().sorting) {
        $location.search('sorting', DUE_FIRST).replace();
      }
    };
    $rootScope.$on('$locationChangeSuccess', orderByDueDate);
    orderByDueDate();
  },
]);
