// What stands above the composer: who has the word, and the message that is being answered.

import { el, icon } from './dom.js';
import { inOneLine } from './said.js';
import { t } from './texts.js';

/** It changes only when something in it does: a button under the cursor stays. */
export function turnBar() {
  const words = el('span', { class: 'note', dir: 'auto', role: 'status' });
  const element = el('div', { class: 'turn' }, words);
  function show({ note, kind, actions }) {
    const shown = JSON.stringify([note, kind, actions.map(({ text }) => text)]);
    if (element.dataset.shown === shown) return;
    element.dataset.shown = shown;
    element.className = `turn ${kind}`;
    if (words.textContent !== note) words.textContent = note;
    words.title = note;
    while (element.lastChild !== words) element.lastChild.remove();
    element.append(...actions.map(({ text, title, solid, act }) =>
      el('button', { type: 'button', class: solid ? 'solid' : 'plain', title, onclick: act }, text)));
  }
  return { element, show };
}

/** @param leave takes the answered message away again */
export function replyBar(leave) {
  const element = el('div', { class: 'reply', hidden: true });
  function show(message) {
    element.hidden = !message;
    element.replaceChildren(...(message ? [icon('reply'), el('span', { class: 'words', dir: 'auto' }, inOneLine(message)),
      el('button', { type: 'button', class: 'away', 'aria-label': t('write.noReply'), title: t('write.noReply'), onclick: leave }, icon('cancelled'))] : []));
  }
  return { element, show };
}
