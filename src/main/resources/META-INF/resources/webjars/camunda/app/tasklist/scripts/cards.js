/*
 * What a list shows of a task's case: whom it concerns, its number, its kind and its regime. The engine knows none of it
 * but the number, so that no name lies there; the store is asked for the tasks on the screen, once for each.
 */
const ADDRESS = '/api/task-cards';

const known = new Map();
let waiting = new Map();

function ask() {
  const asked = waiting;
  waiting = new Map();
  const query = [...asked.keys()].map((task) => `task=${encodeURIComponent(task)}`).join('&');
  fetch(`${ADDRESS}?${query}`, { headers: { Accept: 'application/json' } })
    .then((answer) => (answer.ok ? answer.json() : []))
    // The list can do without: name, date and holder of the task come from the engine.
    .catch(() => [])
    .then((cards) => {
      const byTask = new Map(cards.map((card) => [card.task, card]));
      asked.forEach((found, task) => found(byTask.get(task) ?? null));
    });
}

/** Gathers what the cards of one screen want to know into one request. */
function cardOf(task) {
  if (!known.has(task)) {
    if (waiting.size === 0) {
      setTimeout(ask);
    }
    known.set(task, new Promise((found) => waiting.set(task, found)));
  }
  return known.get(task);
}

function line(className, ...content) {
  const element = document.createElement('div');
  element.className = className;
  element.append(...content);
  return element;
}

function linkTo(caseNumber) {
  const link = document.createElement('a');
  link.href = `/cases/${encodeURIComponent(caseNumber)}`;
  link.textContent = caseNumber;
  link.title = '打开案卷';
  // In a window of its own: a form may be half filled in beside the list.
  link.target = '_blank';
  link.rel = 'noopener';
  // The card around it opens the task.
  link.addEventListener('click', (event) => event.stopPropagation());
  return link;
}

export default {
  id: 'case-of-task',
  pluginPoint: 'tasklist.card',
  priority: 1000,
  async render(container, { taskId }) {
    const card = await cardOf(taskId);
    if (card) {
      container.replaceChildren(
        line('case-subject', card.subject),
        line('case-number', linkTo(card.caseNumber), ` ${card.type}`),
        line('case-regime', card.regime),
      );
    }
  },
  unmount() {},
};
