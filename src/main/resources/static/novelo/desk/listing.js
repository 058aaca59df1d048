// A list with what narrows it. What is chosen stands in the address, so that it can be kept and sent to somebody.

import { el } from '../dom.js';
import { t } from '../texts.js';
import { Outlet } from './outlet.js';

/** Waits until the reader has stopped typing. */
const TYPED_MILLIS = 350;

/**
 * @param filters `{name, label, options: [{value, label}]}`; without options it is the search field
 * @param draw makes the list from what was chosen
 * @returns the filters above their list, which alone is drawn anew
 */
export function listing(around, section, filters, draw, watched = []) {
  const list = el('div');
  const outlet = new Outlet(list);
  let { query } = around;
  const change = (name, value) => {
    query = { ...query, [name]: value };
    around.at(section, [], query);
    outlet.show(() => draw(query));
  };
  around.watch(watched, () => outlet.again());
  outlet.show(() => draw(query));
  return el('div', {},
    el('div', { class: 'filter', role: 'search' }, ...filters.map((filter) => (filter.options ? select(filter, query, change) : search(filter, query, change)))), list);
}

function select({ name, label, options }, query, change) {
  return el('label', {}, label, el('select', { name, onchange: ({ target }) => change(name, target.value) },
    ...options.map(({ value, label: words }) => el('option', { value, selected: (query[name] ?? '') === value }, words))));
}

function search({ name, label }, query, change) {
  let waiting;
  return el('label', { class: 'wide' }, label, el('input', { type: 'search', name, value: query[name] ?? '', placeholder: t('desk.search'), autocomplete: 'off', oninput: ({ target }) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => change(name, target.value.trim()), TYPED_MILLIS);
  } }));
}
