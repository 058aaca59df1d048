// What the company brings along: lists of customers and exported chats. Each is looked at first, and taken in once somebody
// has seen what it holds.

import { el, icon } from '../dom.js';
import { uploaded } from '../api.js';
import { sizeOf } from '../media.js';
import { named, t } from '../texts.js';
import { plain } from '../words.js';
import { ago, head, mark } from './bits.js';
import { Outlet } from './outlet.js';
import { address } from './route.js';
import { paged } from './table.js';
import { inSentence } from './told.js';

const KINDS = [
  { kind: 'CUSTOMERS', path: 'imports/customers', accept: '.csv,text/csv', sign: 'user' },
  { kind: 'CHAT', path: 'imports/chats', accept: '.zip,.txt,application/zip,text/plain', sign: 'template' },
];

/** Whatever of this happens changes what is shown. */
export const TELLING = ['import.ready', 'import.ended'];

const LOOKS = { READY: 'warn', DONE: 'good', REFUSED: 'bad', FAILED: 'bad' };

export default async function imports(around) {
  const [id] = around.path;
  if (id) return (await import('./import.js')).default(around, id);
  return el('div', {},
    head(t('desk.imports'), t('imports.hint')),
    el('div', { class: 'two even' }, ...KINDS.map((one) => taking(around, one))),
    el('h2', {}, t('imports.all')), list(around));
}

/** One file at a time; whoever leaves the page gives it up. */
function taking(around, { kind, path, accept, sign }) {
  const giveUp = new AbortController();
  const wrong = el('p', { class: 'wrong', role: 'alert' });
  const share = el('progress', { max: '1', value: '0', hidden: true, 'aria-label': t('imports.uploading') });
  const picker = el('input', { type: 'file', accept, hidden: true, 'data-kind': kind, onchange: () => picker.files[0] && send(picker.files[0]) });
  const button = el('button', { type: 'button', class: 'solid', onclick: () => picker.click() }, icon('upload'), t(`imports.choose.${kind}`));
  window.addEventListener('hashchange', () => giveUp.abort(), { once: true });

  async function send(file) {
    picker.value = '';
    wrong.textContent = '';
    button.disabled = true;
    share.hidden = false;
    share.value = 0;
    const form = new FormData();
    form.append('file', file);
    try {
      const { id } = await uploaded(path, form, (done) => { share.value = done; }, giveUp.signal);
      around.go('imports', [id]);
    } catch (problem) {
      wrong.textContent = problem.kind === 'bad-request' || problem.kind === 'too-large' ? t(`imports.size.${kind}`) : inSentence(problem);
    }
    button.disabled = false;
    share.hidden = true;
  }

  return el('section', { class: 'card' }, el('h2', {}, icon(sign), ' ', t(`imports.kind.${kind}`)), el('p', { class: 'soft' }, t(`imports.what.${kind}`)),
    el('div', { class: 'acts' }, button, picker, share), wrong);
}

function list(around) {
  const room = el('div');
  const outlet = new Outlet(room);
  const draw = () => paged('imports', { label: t('imports.all'), columns: COLUMNS, empty: t('imports.none') });
  outlet.show(draw);
  around.watch(TELLING, () => outlet.again());
  return room;
}

export const stateMark = (state) => mark(named('imports.state', state), LOOKS[state] ?? '');

const COLUMNS = [
  { label: t('imports.file'), cell: ({ id, filename, size }) => [el('a', { href: address('imports', [id]), 'data-key': id, dir: 'auto' }, plain(filename)), el('small', {}, sizeOf(size))] },
  { label: t('imports.kind'), cell: ({ kind }) => named('imports.kind', kind) },
  { label: t('imports.state'), cell: ({ state }) => stateMark(state) },
  { label: t('imports.by'), cell: ({ createdBy }) => plain(createdBy) },
  { label: t('imports.when'), cell: ({ createdAt }) => ago(createdAt) },
];
