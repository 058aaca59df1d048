// The company's numbers: how each stands at a glance, and what to do where something is wrong.

import { get, post } from '../api.js';
import { el } from '../dom.js';
import { hint, why as inWords } from '../standing.js';
import { has, named, numbered, t } from '../texts.js';
import { plain } from '../words.js';
import { act, ago, facts, head, mark, note, way } from './bits.js';
import { allowance, allowances } from './allowance.js';
import { address } from './route.js';
import { inSentence } from './told.js';

/** Meta's error for a token that counts no more. */
const NO_ACCESS = 190;

const QUALITIES = { GREEN: 'good', YELLOW: 'warn', RED: 'bad' };

/** Whatever of this happens may change what is shown. */
export const TELLING = ['line.changed', 'line.stopped', 'line.resumed', 'line.allowance'];

export default async function lines(around) {
  const [id] = around.path;
  if (id === 'new') return (await import('./line-new.js')).default(around);
  if (id) return (await import('./line.js')).default(around, id);
  around.watch(TELLING);
  const [{ items }, left] = await Promise.all([get('lines'), allowances()]);
  return el('div', {},
    head(t('desk.lines'), t('lines.hint'), [way(t('lines.new'), 'plus', address('lines', ['new']), { solid: true })]),
    items.length === 0 ? el('div', { class: 'empty' }, t('lines.none')) : el('div', { class: 'cards' }, ...items.map((line) => card(around, line, left.get(line.id)))));
}

function card(around, line, left) {
  const { id, display, name } = line;
  return el('article', { class: 'card line' },
    el('div', { class: 'top-of' },
      el('h2', {}, el('a', { href: address('lines', [id]), 'data-key': id, dir: 'auto' }, plain(name || display))),
      name && name !== display && el('span', { class: 'number soft' }, display), state(line)),
    ...why(around, line), ...warnings(line),
    facts([
      [t('lines.quality'), line.quality && quality(line.quality)],
      [t('lines.limit'), line.limit && named('limit', line.limit)],
      [t('lines.queue'), line.queue && named('queue', line.queue)],
      [t('lines.manager'), line.managerName && plain(line.managerName)],
      [t('lines.waiting'), line.waiting > 0 ? String(line.waiting) : null],
      [t('lines.free'), left && allowance(left)],
    ]));
}

export function state({ active, state: now }) {
  if (active === false) return mark(t('lines.off'), 'warn');
  return now === 'PAUSED' ? mark(t('lines.stopped'), 'bad') : mark(t('lines.works'), 'good');
}

export function quality(score) {
  return mark(named('quality', score), QUALITIES[score] ?? '');
}

/** Why nothing goes out of it, and what a manager can do about it. */
export function why(around, line) {
  const { paused, waiting } = line;
  if (!paused) return [];
  const { cause, code, since } = paused;
  const todo = cause === 'REFUSED' ? numbered('lines.todo', code) : known(cause);
  return [note(cause === 'SWITCHED_OFF' ? 'warn' : 'bad',
    el('p', { dir: 'auto' }, el('strong', {}, inWords(paused))), todo && el('p', {}, t(todo)),
    el('p', { class: 'soft' }, t('lines.since'), ' ', ago(since), waiting > 0 ? ` · ${t('line.waiting', waiting)}` : ''),
    cause !== 'SWITCHED_OFF' && el('div', { class: 'acts' }, act(t('line.resume'), 'again', ({ currentTarget }) => resume(around, line, currentTarget)),
      code === NO_ACCESS && way(t('token.new'), 'shield', address('lines', [line.id], { do: 'token' }))))];
}

/** What will stop it, or keeps some of its messages back, unless somebody sees to it. */
export function warnings({ id, state: now, warnings: all }) {
  if (now === 'PAUSED') return [];
  return all.map((warning) => note('warn', el('p', { dir: 'auto' }, hint(warning)), ...remedy(id, warning)));
}

function remedy(id, { code, detail }) {
  if (code === 'UNREAD' && Number(detail) === NO_ACCESS) return [el('div', { class: 'acts' }, way(t('token.new'), 'shield', address('lines', [id], { do: 'token' })))];
  return [known(code) && el('p', {}, t(known(code)))];
}

function known(word) {
  return has(`lines.todo.${word}`) ? `lines.todo.${word}` : null;
}

async function resume(around, { id }, button) {
  button.disabled = true;
  try {
    await post(`lines/${encodeURIComponent(id)}/resume`);
    around.tell(t('lines.resumed'));
  } catch (problem) {
    around.tell(inSentence(problem), true);
  }
  await around.again();
}
