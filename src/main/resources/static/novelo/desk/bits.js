// Small parts that every view uses.

import { el, icon } from '../dom.js';
import { locale } from '../texts.js';
import { exactly, now } from '../time.js';
import { address } from './route.js';

/** @param way `{section, label}` of where one came from, or nothing on the first page of a section */
export function head(title, hint, acts = [], way = null) {
  return el('div', { class: 'head' },
    el('div', { class: 'titles' },
      way && el('a', { class: 'back', href: address(way.section, way.path), 'data-key': 'back' }, icon('back'), way.label),
      el('h1', { dir: 'auto' }, title), hint && el('p', {}, hint)),
    el('div', { class: 'acts' }, ...acts));
}

export function act(label, sign, run, { solid = false, bad = false, key = null } = {}) {
  return el('button', { type: 'button', class: `${solid ? 'solid' : 'plain'}${bad ? ' bad' : ''}`, onclick: run, 'data-key': key }, sign && icon(sign), label);
}

export function way(label, sign, href, { solid = false } = {}) {
  return el('a', { class: solid ? 'solid' : 'plain', href, 'data-key': href }, sign && icon(sign), label);
}

/** @param kind `good`, `warn`, `bad` or nothing; told by its words and its sign, never by its colour alone */
export function mark(words, kind = '', title = null) {
  const sign = { good: 'tick', warn: 'warn', bad: 'failed' }[kind];
  return el('span', { class: `mark ${kind}`, title }, sign && icon(sign), words);
}

const SIGNS = { warn: 'warn', bad: 'failed', good: 'tick' };

export function note(kind, ...children) {
  return el('div', { class: `note ${kind}`, role: kind === 'bad' ? 'alert' : null }, icon(SIGNS[kind] ?? 'info'), el('div', {}, ...children));
}

/** @param pairs `[label, value]`; what has no value is left out */
export function facts(pairs) {
  return el('dl', { class: 'facts' }, ...pairs.filter(([, value]) => value !== null && value !== undefined && value !== '')
    .flatMap(([label, value]) => [el('dt', {}, label), el('dd', { dir: 'auto' }, ...[value].flat())]));
}

const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const UNITS = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]];

/** How long ago, with the exact time to be read on demand. */
export function ago(instant) {
  if (!instant) return null;
  const gone = Date.parse(instant) - now();
  const [unit, millis] = UNITS.find(([, length]) => Math.abs(gone) >= length) ?? UNITS[2];
  return el('time', { datetime: instant, title: exactly(instant) }, relative.format(Math.round(gone / millis), unit));
}
