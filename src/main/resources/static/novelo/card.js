// <novelo-card>: a task in a list: the customer, his last words, the number of the case, what is urgent.

import { el, shadow } from './dom.js';
import look from './look.css.js';
import { inOneLine } from './said.js';
import { named, t } from './texts.js';

const css = `${look}
  :host { font-size: 13px; padding-bottom: 4px; }
  .top { display: flex; align-items: center; gap: 6px; }
  strong { font-size: 15px; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; flex: 1; }
  .waits { width: 9px; height: 9px; border-radius: 50%; background: #25a244; flex: none; }
  .said { color: var(--soft); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .facts { display: flex; flex-wrap: wrap; gap: 2px 8px; color: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums; }
  .flag { color: #97201a; font-weight: 600; }
`;

export class Card extends HTMLElement {
  me = '';
  #root = shadow(this, css);

  /** @param item a task as `GET /work` lists it */
  show({ conversation, case: file }) {
    if (!conversation) return this.#root.replaceChildren();
    const { customerName, lastMessage, awaitsAnswer, window } = conversation;
    const intent = file?.intent ?? conversation.intent;
    this.#root.replaceChildren(
      el('div', { class: 'top' },
        el('strong', { dir: 'auto' }, customerName),
        awaitsAnswer && el('span', { class: 'waits', role: 'img', 'aria-label': t('card.waits'), title: t('card.waits') })),
      lastMessage && el('div', { class: 'said', dir: 'auto' }, words(lastMessage)),
      el('div', { class: 'facts' },
        file && el('span', {}, file.number),
        intent && el('span', {}, named('intent', intent)),
        file && (file.priority === 'HIGH' || file.priority === 'URGENT') && el('span', { class: 'flag' }, named('priority', file.priority)),
        file?.clocks.some(({ state }) => state === 'BREACHED') && el('span', { class: 'flag' }, t('card.late')),
        !window.open && el('span', { class: 'flag' }, t('window.closed'))));
    return undefined;
  }
}

function words(message) {
  const said = inOneLine(message);
  return message.direction === 'OUT' ? `${t('card.us')}: ${said}` : said;
}

customElements.define('novelo-card', Card);
