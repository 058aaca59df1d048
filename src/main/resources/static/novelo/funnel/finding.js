// A lead by what is known of it: number, customer, product, and what it was offered.

import { get } from '../api.js';
import { el } from '../dom.js';
import { t } from '../texts.js';
import { plain } from '../words.js';
import { nameOf, stageName, worth } from './says.js';

/** Waits until the reader has stopped typing. */
const TYPED_MILLIS = 250;
const MOST = 12;
const SHORTEST = 2;

/** @param open hears the number of the lead that was chosen. @returns the field with what is found below it */
export function finder(open) {
  let asked = 0;
  let waiting;
  const found = el('ul', { class: 'found', id: 'found', hidden: true, 'aria-label': t('lead.found') });
  const field = el('input', { type: 'search', dir: 'auto', autocomplete: 'off', placeholder: t('lead.find'), 'aria-label': t('lead.find'), 'aria-controls': 'found', oninput: () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, TYPED_MILLIS);
  } });
  const box = el('div', { class: 'finder', onkeydown: walk, onfocusout: ({ relatedTarget }) => box.contains(relatedTarget) || hide() }, field, found);
  field.addEventListener('focus', () => { found.hidden = found.children.length === 0; });

  async function look() {
    asked += 1;
    const mine = asked;
    const words = field.value.trim();
    const { items } = words.length < SHORTEST ? { items: null } : await get(`leads?limit=${MOST}&q=${encodeURIComponent(words)}`).catch(() => ({ items: null }));
    if (mine !== asked) return;
    found.replaceChildren(...(items ?? []).map((lead) => el('li', {}, el('button', { type: 'button', onclick: () => choose(lead.number) },
      el('strong', { dir: 'auto' }, nameOf(lead)), el('small', { dir: 'auto' }, [lead.number, stageName(lead.stage), plain(lead.product), worth(lead)].filter(Boolean).join(' · '))))));
    if (items?.length === 0) found.append(el('li', { class: 'nothing' }, t('lead.notFound')));
    found.hidden = !items;
  }

  function choose(number) {
    hide();
    open(number);
  }

  function hide() {
    found.hidden = true;
  }

  function walk(event) {
    const stops = [field, ...found.querySelectorAll('button')];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') hide();
    if (!step || found.hidden) return;
    event.preventDefault();
    stops[(stops.indexOf(event.target) + step + stops.length) % stops.length].focus();
  }

  return box;
}
