// A question before something that cannot be taken back.

import { el } from '../dom.js';
import { t } from '../texts.js';
import { inSentence } from './told.js';

/**
 * @param about `{title, text, act, label, bad}`: `act` does it while the question stands; what it throws is said there
 * @returns whether it was done
 */
export function ask(root, { title, text, act, label, bad = true }) {
  return new Promise((resolve) => {
    const error = el('p', { class: 'error', role: 'alert', hidden: true });
    const yes = el('button', { type: 'button', class: bad ? 'solid bad' : 'solid', onclick: () => go() }, label);
    const no = el('button', { type: 'button', class: 'plain', onclick: () => dialog.close() }, t('dialog.cancel'));
    let done = false;
    const dialog = el('dialog', { class: 'ask', 'aria-labelledby': 'ask-title', onclose: () => {
      dialog.remove();
      resolve(done);
    } }, el('h2', { id: 'ask-title' }, title), el('p', { dir: 'auto' }, text), error, el('div', { class: 'ends' }, no, yes));

    async function go() {
      yes.disabled = true;
      error.hidden = true;
      try {
        await act();
        done = true;
        dialog.close();
      } catch (problem) {
        error.textContent = inSentence(problem);
        error.hidden = false;
        yes.disabled = false;
      }
    }

    root.append(dialog);
    dialog.showModal();
    no.focus();
  });
}
