// What a customer has put into the cart of the catalogue.

import { el } from './dom.js';
import { count, money } from './numbers.js';
import { t } from './texts.js';
import { plain, rich } from './words.js';

export function order({ text, content }) {
  const items = content.items ?? [];
  return [el('table', { class: 'order' },
    el('caption', {}, t('order.title', items.length)),
    el('thead', { class: 'unseen' }, el('tr', {}, ...['order.item', 'order.quantity', 'order.price', 'order.sum'].map((key) => el('th', { scope: 'col' }, t(key))))),
    el('tbody', {}, ...items.map(row)),
    total(items)),
  note(text, items)];
}

/** What the customer added stands before the lines, of which there is one for each item. */
function note(text, items) {
  const own = (text ?? '').split('\n').slice(0, -items.length || undefined).join('\n').trim();
  return own && el('div', { class: 'text', dir: 'auto' }, ...rich(own));
}

function row({ product, quantity, price, currency }) {
  const many = quantity ?? 1;
  return el('tr', {},
    el('td', { class: 'product', dir: 'auto' }, plain(product) || '–'),
    el('td', { class: 'figure' }, `${count(many)} ×`),
    el('td', { class: 'figure' }, price === undefined || price === null ? '–' : money(price, currency)),
    el('td', { class: 'figure' }, price === undefined || price === null ? '–' : money(price * many, currency)));
}

/** Of one currency only: nobody may add reais to dollars. */
function total(items) {
  const [{ currency } = {}] = items;
  if (items.length === 0 || items.some((item) => item.currency !== currency || typeof item.price !== 'number')) return null;
  const sum = items.reduce((all, { price, quantity }) => all + price * (quantity ?? 1), 0);
  return el('tfoot', {}, el('tr', {}, el('th', { scope: 'row', colspan: '3' }, t('order.total')), el('td', { class: 'figure' }, money(sum, currency))));
}
