// A stage of the board: how many it has, what they are worth, and their cards.

import { el, reconcile } from '../dom.js';
import { money, roundMoney } from '../numbers.js';
import { t } from '../texts.js';
import { isOver, stageName } from './says.js';

export class Column {
  #count = el('span', { class: 'count' });
  #totals = el('div', { class: 'totals' });
  #cards;
  #shownOf = el('span');
  #more;

  /** @param further shows more cards of it */
  constructor(stage, further) {
    this.stage = stage;
    const name = stageName(stage);
    this.#cards = el('ul', { class: 'cards', 'aria-label': name });
    this.#more = el('p', { class: 'more-of', hidden: true }, this.#shownOf,
      el('button', { type: 'button', class: 'plain', 'data-key': `further-${stage}`, 'aria-label': t('lead.furtherOf', name), onclick: further }, t('lead.further')));
    this.element = el('section', { class: `column ${stage}`, 'data-stage': stage, 'aria-labelledby': `stage-${stage}` },
      el('header', {}, el('h2', { id: `stage-${stage}` }, name, ' ', this.#count), this.#totals), this.#cards, this.#more);
  }

  /** @param nodes of the cards that are shown; `count` is of all */
  show({ count, totals, nodes }) {
    this.#count.textContent = String(count);
    this.#write(totals);
    reconcile(this.#cards, nodes.length > 0 ? nodes : [this.#empty]);
    this.#more.hidden = nodes.length >= count;
    this.#shownOf.textContent = t('lead.moreOf', nodes.length, count);
  }

  /** @returns elements, as they stand */
  get cards() {
    return this.#cards.querySelectorAll('.card');
  }

  #empty = el('li', { class: 'nothing' }, t('lead.none'));

  /** Drawn anew only when it says something else. */
  #write(totals) {
    const written = JSON.stringify(totals);
    if (this.#totals.dataset.written === written) return;
    this.#totals.dataset.written = written;
    this.#totals.replaceChildren(...totals.map(({ currency, value, weighted }) => el('p', { title: `${money(value, currency)}. ${t('lead.totalHint')}` },
      el('strong', {}, roundMoney(value, currency)), weighted > 0 && !isOver(this) && el('span', {}, t('lead.weighted', roundMoney(weighted, currency))))));
  }
}
