/*
 * Three things a form of a task lacks.
 *
 * A draft kept by "保存" would lie in the browser for good, under whatever account, with all that was typed of a person.
 * It is kept for the window only, and for whoever typed it.
 *
 * Where something is missing or wrong, the button at the end of a long form says nothing of where: the first fault is shown.
 *
 * A link, to the case file or a letter, would take the form's window and what was typed with it: it opens one of its own.
 */
const DRAFT = 'camunda-form:';
const OWNER = 'xincheng-drafts-of';

const isDraft = (storage, key) => storage === window.localStorage && String(key).startsWith(DRAFT);

for (const method of ['getItem', 'setItem', 'removeItem']) {
  const own = Storage.prototype[method];
  Storage.prototype[method] = function (key, ...value) {
    return own.call(isDraft(this, key) ? window.sessionStorage : this, key, ...value);
  };
}

/** Drafts in this window, and in the browser those that an earlier version left. */
function removeDrafts() {
  for (const storage of [window.sessionStorage, window.localStorage]) {
    for (const key of Object.keys(storage).filter((one) => one.startsWith(DRAFT))) {
      delete storage[key];
    }
  }
}

window.angular.module('cam.tasklist').run([
  '$rootScope',
  ($rootScope) => {
    $rootScope.$watch('authentication.name', (user) => {
      // Nobody yet while the page starts.
      if (user && window.sessionStorage.getItem(OWNER) !== user) {
        removeDrafts();
        window.sessionStorage.setItem(OWNER, user);
      }
    });
  },
]);

document.addEventListener('click', (event) => {
  if (event.target.closest?.('.form-actions .btn-primary, .modal-footer .btn-primary')) {
    // form-js marks the faults once it has drawn anew.
    setTimeout(() => {
      const fault = document.querySelector('.fjs-form .fjs-has-errors, .fjs-form .fjs-form-field-error:not(:empty)');
      const field = fault?.closest('.fjs-form-field');
      field?.scrollIntoView({ block: 'center' });
      field?.querySelector('input, textarea, select')?.focus({ preventScroll: true });
    }, 100);
  }
});

document.addEventListener(
  'click',
  (event) => {
    const link = event.target.closest?.('.fjs-form a[href]');
    if (link) {
      link.target = '_blank';
      link.rel = 'noopener';
    }
  },
  { capture: true },
);
