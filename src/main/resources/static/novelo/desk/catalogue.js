// What customers read from us without a person writing it: by key, language and line.

import { Problem, get, post, put, remove } from '../api.js';
import { el } from '../dom.js';
import { has, named, t } from '../texts.js';
import { rich } from '../words.js';
import { ask } from './ask.js';
import { act, ago, head, mark, note } from './bits.js';
import { Form } from './form.js';
import { listing } from './listing.js';
import { address } from './route.js';
import { table } from './table.js';

const LANGUAGES = ['pt', 'en', 'es'];
const PLACEHOLDERS = ['customer.firstName', 'customer.name', 'protocol', 'company', 'opening'];
const PLACE = /\{\{[^{}]*\}\}|\{\{|\}\}/g;

/** A pause in typing, before the server is asked how it reads. */
const TYPED_MILLIS = 400;

export default async function catalogue(around) {
  const [key, language] = around.path;
  const { items: lines } = await get('lines');
  return key ? one(around, key, language, lines) : list(around, lines);
}

const titleOf = (key) => (has(`texts.${key}`) ? t(`texts.${key}`) : key);
const lineOf = (lines, id) => lines.find((line) => line.id === id);

function list(around, lines) {
  const filters = [
    { name: 'language', label: t('texts.language'), options: [{ value: '', label: t('desk.all') }, ...LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))] },
    { name: 'line', label: t('texts.line'), options: [{ value: '', label: t('texts.everybody') }, ...lines.map(({ id, name, display }) => ({ value: id, label: name || display }))] },
  ];
  return el('div', {}, head(t('desk.texts'), t('texts.hint')), listing(around, 'texts', filters, async (query) => {
    const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value));
    const { items } = await get(`texts?${asked}`);
    return table(t('desk.texts'), columns(query), items);
  }, ['text.changed']));
}

const columns = (query) => [
  { label: t('texts.key'), cell: ({ key, language }) => [el('a', { href: address('texts', [key, language], { line: query.line }), 'data-key': `${key} ${language}` }, titleOf(key)), el('small', {}, key)] },
  { label: t('texts.language'), cell: ({ language }) => named('language', language) },
  { label: t('texts.text'), cell: ({ text }) => el('span', { class: 'short', dir: 'auto' }, text) },
  { label: t('texts.state'), cell: ({ line, edited }) => (line ? mark(t('texts.ofLine'), 'good') : edited ? mark(t('texts.edited')) : el('span', { class: 'soft' }, t('texts.asShipped'))) },
];

/** An own text of a line stands before everybody's, which shows until there is one. */
async function one(around, key, language, lines) {
  const { line } = around.query;
  const query = line ? `?line=${encodeURIComponent(line)}` : '';
  const path = `texts/${encodeURIComponent(key)}/${encodeURIComponent(language)}${query}`;
  const { items } = await get(`texts?language=${encodeURIComponent(language)}${line ? `&line=${encodeURIComponent(line)}` : ''}`);
  const entry = items.find((item) => item.key === key);
  if (!entry) throw new Problem(404, {}); // somebody has typed the address
  const bubble = el('div', { class: 'phone' }, el('div', { class: 'bubble' }));
  const form = new Form([
    { name: 'text', kind: 'area', lines: 7, label: t('texts.text'), hint: t('texts.placeholders'), most: key === 'message.choose' ? 20 : 4096, must: true, rule: unknown },
    { name: 'insert', kind: 'own', node: el('div', { class: 'acts' }, ...PLACEHOLDERS.map((name) => act(`{{${name}}}`, null, () => insert(form, name)))) },
  ], {
    values: { text: entry?.text ?? '' },
    label: line ? t('texts.saveLine', lineOf(lines, line)?.name ?? '') : t('desk.save'),
    changed: ({ text }) => draw(text),
    save: async ({ text }) => {
      await put(path, { text });
      form.kept();
      await around.again();
      around.tell(t('desk.saved'));
    },
  });
  let waiting;
  let asked = 0;
  function draw(text) {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      asked += 1;
      const mine = asked;
      const shown = await post('texts/preview', { text, line }).catch(() => ({ text }));
      if (mine === asked) bubble.firstChild.replaceChildren(el('div', { class: 'text', dir: 'auto' }, ...rich(shown.text || ' ')));
    }, asked === 0 ? 0 : TYPED_MILLIS);
  }
  around.keep(() => form.unsaved);
  draw(entry?.text ?? '');
  return el('div', {},
    head(titleOf(key), `${named('language', language)} · ${line ? t('texts.onLine', lineOf(lines, line)?.name ?? line) : t('texts.forAll')}`, [], { section: 'texts', label: t('desk.texts') }),
    line && !entry?.line ? note('', el('p', {}, t('texts.inherited'))) : null,
    el('div', { class: 'two' },
      el('section', { class: 'card' }, form.element),
      el('aside', { class: 'aside' }, el('h2', {}, t('texts.preview')), bubble, ...back(around, { entry, line, path }))));
}

function insert(form, name) {
  const area = form.element.querySelector('textarea');
  area.setRangeText(`{{${name}}}`, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input'));
  area.focus();
}

/** What looks like a placeholder and is none would be read by customers. */
function unknown(text) {
  const wrong = (text.match(PLACE) ?? []).filter((found) => !PLACEHOLDERS.includes(found.replace(/^\{\{\s*|\s*\}\}$/g, '')));
  return wrong.length > 0 ? t('texts.unknown', wrong.join(', ')) : null;
}

/** The way back: of a line to everybody's, of everybody's to what was shipped. */
function back(around, { entry, line, path }) {
  if (!entry) return [];
  const own = line ? entry.line : entry.edited;
  const before = line ? null : entry.shipped;
  return [
    entry.editedAt && el('p', { class: 'soft' }, t('texts.changedBy', entry.editedBy ?? ''), ' ', ago(entry.editedAt)),
    own && before && el('div', { class: 'card tried' }, el('h2', {}, t('texts.shipped')), el('p', { dir: 'auto' }, before)),
    own && (line || before) && act(t(line ? 'texts.backToAll' : 'texts.back'), 'again', async () => {
      const done = await ask(around.root, { title: t('texts.backAsk'), text: t(line ? 'texts.backToAllHint' : 'texts.backHint'), label: t(line ? 'texts.backToAll' : 'texts.back'), act: () => remove(path), bad: false });
      if (!done) return;
      around.saved();
      await around.again();
      around.tell(t('desk.saved'));
    }),
  ].filter(Boolean);
}
