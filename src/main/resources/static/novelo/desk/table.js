// Lists as tables, which become cards on a narrow screen, and their pages.

import { get } from '../api.js';
import { el } from '../dom.js';
import { t } from '../texts.js';
import { inSentence } from './told.js';

/** @param columns `{label, cell(item), figure?}`; the first names the row */
export function table(label, columns, items) {
  return el('table', { class: 'table', 'aria-label': label },
    el('thead', {}, el('tr', {}, ...columns.map(({ label: head, figure }) => el('th', { scope: 'col', class: figure ? 'figure' : null }, head)))),
    el('tbody', {}, ...rows(columns, items)));
}

function rows(columns, items) {
  return items.map((item) => el('tr', {}, ...columns.map(({ label, cell, figure }, place) => el(place === 0 ? 'th' : 'td',
    { scope: place === 0 ? 'row' : null, class: figure ? 'figure' : null, 'data-label': place === 0 ? null : label }, cell(item)))));
}

/** A list that is longer than its first page. @param path with its questions; @param empty what stands where there is nothing */
export async function paged(path, { label, columns, empty }) {
  const first = await get(path);
  if (first.items.length === 0) return el('div', { class: 'empty' }, empty);
  const shown = table(label, columns, first.items);
  const error = el('p', { class: 'wrong', role: 'alert' });
  const more = el('button', { type: 'button', class: 'plain further', hidden: !first.next }, t('desk.more'));
  let { next } = first;
  more.addEventListener('click', async () => {
    more.disabled = true;
    error.textContent = '';
    try {
      const page = await get(`${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`);
      shown.querySelector('tbody').append(...rows(columns, page.items));
      next = page.next;
      more.hidden = !next;
    } catch (problem) {
      error.textContent = inSentence(problem);
    }
    more.disabled = false;
  });
  return el('div', {}, shown, more, error);
}
