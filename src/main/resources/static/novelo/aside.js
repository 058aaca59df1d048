// A conversation over everything else, for whoever has to look into it without a task of his.

import './conversation.js';
import { el, icon, shadow } from './dom.js';
import look from './look.css.js';
import { t } from './texts.js';

const css = `${look}
  dialog { border: 0; border-radius: 12px; padding: 0; width: min(820px, 94vw); height: min(900px, 92vh); max-height: none; color: var(--ink); box-shadow: 0 12px 48px #0006; overflow: hidden; }
  dialog::backdrop { background: #0b101480; }
  .all { display: grid; grid-template-rows: auto minmax(0, 1fr); height: 100%; }
  .bar { display: flex; align-items: center; justify-content: space-between; padding: 6px 8px 6px 16px; }
  h2 { font-size: 15px; font-weight: 600; margin: 0; }
  .bar button { width: 34px; height: 34px; border-radius: 50%; display: grid; place-items: center; font-size: 18px; color: var(--soft); }
  .bar button:hover { background: #eceff1; color: var(--ink); }
  novelo-conversation { border: 0; border-radius: 0; border-top: 1px solid var(--line); }
`;

class Aside extends HTMLElement {
  #dialog = el('dialog', { 'aria-labelledby': 'title' });

  constructor() {
    super();
    shadow(this, css, this.#dialog);
  }

  /** @param closed is called once it is gone */
  show({ conversation, message, name, me, manager }, closed) {
    const talk = document.createElement('novelo-conversation');
    Object.assign(talk, { conversation, message, me, manager });
    this.#dialog.addEventListener('close', () => {
      this.remove();
      closed();
    });
    this.#dialog.append(el('div', { class: 'all' },
      el('div', { class: 'bar' },
        el('h2', { id: 'title', dir: 'auto' }, t('line.conversation', name)),
        el('button', { type: 'button', 'aria-label': t('dialog.close'), title: t('dialog.close'), onclick: () => this.#dialog.close() }, icon('cancelled'))),
      talk));
    this.#dialog.showModal();
  }
}

customElements.define('novelo-aside', Aside);

/**
 * @param about `{conversation, message, name, me, manager}`: ids of the conversation and of the message to be shown, the
 *     customer's name, the reader's id and whether he is a manager
 */
export function openConversation(about, closed) {
  const aside = document.createElement('novelo-aside');
  document.body.append(aside);
  aside.show(about, closed);
}
