/*
 * Chinese for texts that Camunda's pages hold as constants and offer no way to translate. They are changed where they
 * appear: whole texts only, and only in the places named.
 */
const textPlaces = [
  [
    '.app-switch .dropdown-menu a',
    [
      [/^\s*Welcome\s*$/, () => '个人信息'],
      [/^\s*Tasklist\s*$/, () => '任务办理'],
      [/^\s*Cockpit\s*$/, () => '流程监控'],
      [/^\s*Admin\s*$/, () => '系统管理'],
    ],
  ],
  ['.alert .sr-only', [[/^Close$/, () => '关闭']]],
];
const attributePlaces = [];

const ATTRIBUTES = ['placeholder', 'aria-label', 'title'];

function inChinese(text, element, places) {
  for (const [place, texts] of places) {
    if (element.matches(place)) {
      for (const [pattern, chinese] of texts) {
        const match = pattern.exec(text);
        if (match) {
          return chinese(...match.slice(1));
        }
      }
    }
  }
  return text;
}

// Both write only what differs: writing the same text again would be observed again, without end.
function translateText(node) {
  const chinese = node.parentElement ? inChinese(node.data, node.parentElement, textPlaces) : node.data;
  if (chinese !== node.data) {
    node.data = chinese;
  }
}

function translateAttributes(element) {
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    const chinese = value ? inChinese(value, element, attributePlaces) : value;
    if (chinese !== value) {
      element.setAttribute(name, chinese);
    }
  }
}

function translateTree(root) {
  if (root.nodeType === Node.TEXT_NODE) {
    translateText(root);
  } else if (root.nodeType === Node.ELEMENT_NODE) {
    translateAttributes(root);
    root.querySelectorAll(ATTRIBUTES.map((name) => `[${name}]`).join()).forEach(translateAttributes);
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      translateText(texts.currentNode);
    }
  }
}

/**
 * Keeps these constants in Chinese, beside those that all of Camunda's pages have.
 *
 * @param {Array} texts pairs of a selector and the texts that stand in what it finds: pattern and Chinese
 * @param {Array} attributes the same for texts in attributes
 */
export function keepChinese(texts = [], attributes = []) {
  textPlaces.push(...texts);
  attributePlaces.push(...attributes);
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
