// One import: what was found in the file, how it is to be taken in, how far that is, and what has become of it.

import { get, post, remove } from '../api.js';
import { el } from '../dom.js';
import { sizeOf } from '../media.js';
import { count } from '../numbers.js';
import { named, t } from '../texts.js';
import { exactly } from '../time.js';
import { plain } from '../words.js';
import { ask } from './ask.js';
import { act, facts, head, note } from './bits.js';
import * as chat from './import-chat.js';
import * as customers from './import-customers.js';
import { TELLING, stateMark } from './imports.js';
import { inSentence } from './told.js';

const KINDS = { CUSTOMERS: customers, CHAT: chat };

/** How far it is no event tells. */
const LOOK_MILLIS = 1_500;
const ON_ITS_WAY = ['READING', 'RUNNING'];

export default async function one(around, id) {
  around.watch(TELLING);
  const path = `imports/${encodeURIComponent(id)}`;
  const row = await get(path);
  const { kind, state, filename, size, createdBy, createdAt } = row;
  const parts = KINDS[kind];
  const start = async (choices) => {
    await post(`${path}/start`, choices);
    around.saved();
    await around.again();
  };
  const node = el('div', {},
    head(plain(filename), `${named('imports.kind', kind)} · ${sizeOf(size)} · ${plain(createdBy)}, ${exactly(createdAt)}`, [stateMark(state), forgetting(around, path, row)], { section: 'imports', label: t('desk.imports') }),
    ...told(around, row, start),
    ...(row.report ? [el('section', { class: 'card' }, el('h2', {}, t('imports.report')), parts.report(row))] : []),
    ...(row.preview && !row.report ? await parts.preview(around, row, state === 'READY' ? start : null) : []));
  if (ON_ITS_WAY.includes(state)) setTimeout(() => node.isConnected && around.again(), LOOK_MILLIS);
  return node;
}

function told(around, row, start) {
  const { state, problem, detail } = row;
  if (state === 'READING') return [el('p', { class: 'waiting', role: 'status' }, t('imports.reading'))];
  if (state === 'RUNNING') return [running(row)];
  if (state === 'DONE') return [note('good', el('p', {}, t('imports.done', exactly(row.endedAt))))];
  if (state === 'READY') return [];
  const words = named('imports.problem', problem);
  return [note('bad', el('p', {}, el('strong', {}, state === 'REFUSED' ? t('imports.refused') : t('imports.failed'))), el('p', { dir: 'auto' }, words === problem ? plain(detail ?? problem ?? '') : words),
    state === 'FAILED' && el('div', { class: 'acts' }, act(t('imports.goOn'), 'again', async ({ currentTarget }) => {
      currentTarget.disabled = true;
      await start({}).catch((failure) => around.tell(inSentence(failure), true));
    })))];
}

/** How many there are in all only the preview of a list tells. */
function running({ kind, position, preview }) {
  const all = kind === 'CUSTOMERS' ? preview.rows : preview.messages + preview.told;
  const share = Math.min(100, Math.round((position / Math.max(1, all)) * 100));
  const done = el('i');
  done.style.width = `${share}%`;
  return el('section', { class: 'card' }, el('p', {}, t('imports.running', count(position), count(all))), el('div', { class: 'bar', role: 'img', 'aria-label': `${share} %` }, done), el('p', { class: 'hint' }, t('imports.leave')));
}

function forgetting(around, path, { state, filename }) {
  if (ON_ITS_WAY.includes(state)) return null;
  return act(t('imports.forget'), 'bin', async () => {
    const done = await ask(around.root, { title: t('imports.forget'), text: t('imports.forgetHint', plain(filename)), label: t('imports.forget'), act: () => remove(path) });
    if (!done) return;
    around.saved();
    around.go('imports');
  }, { bad: true });
}

/** @param pairs `[key, number]`; what is nothing is left out, unless it is the first */
export function counts(pairs) {
  return facts(pairs.filter(([, number], place) => place === 0 || number > 0).map(([key, number]) => [t(`imports.${key}`), count(number)]));
}
