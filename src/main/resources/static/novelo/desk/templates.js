// Templates: what WhatsApp has approved to be sent while the window is closed, or may yet approve.

import { get, post } from '../api.js';
import { el } from '../dom.js';
import { languageName } from '../languages.js';
import { named, t } from '../texts.js';
import { plain } from '../words.js';
import { act, ago, head, mark, note, way } from './bits.js';
import { listing } from './listing.js';
import { address } from './route.js';
import { paged } from './table.js';
import { template } from './template.js';
import { inSentence } from './told.js';

const STATUSES = ['APPROVED', 'PENDING', 'REJECTED', 'PAUSED', 'DISABLED', 'IN_APPEAL', 'DELETED'];
export const CATEGORIES = ['UTILITY', 'MARKETING', 'AUTHENTICATION'];

/** Those that WhatsApp's Brazilian customers use most; any other is found by searching. */
export const LANGUAGES = ['pt_BR', 'en', 'en_US', 'es', 'es_MX', 'es_AR', 'pt_PT', 'fr', 'de', 'it'];

const KINDS = { APPROVED: 'good', PENDING: '', IN_APPEAL: '', REJECTED: 'bad', PAUSED: 'bad', DISABLED: 'bad', LIMIT_EXCEEDED: 'bad', FLAGGED: 'warn', LOCKED: 'bad' };
const QUALITIES = { GREEN: 'good', YELLOW: 'warn', RED: 'bad' };

export default async function templates(around) {
  const [id, what] = around.path;
  if (id === 'new' || what === 'edit') return (await import('./template-edit.js')).default(around, id === 'new' ? null : id);
  if (id) return template(around, id);
  return list(around);
}

function list(around) {
  const told = el('div');
  const words = (prefix, values) => [{ value: '', label: t('desk.all') }, ...values.map((value) => ({ value, label: named(prefix, value) }))];
  const filters = [
    { name: 'q', label: t('template.words') },
    { name: 'status', label: t('template.status'), options: words('template.status', STATUSES) },
    { name: 'category', label: t('template.category'), options: words('category', CATEGORIES) },
    { name: 'language', label: t('template.language'), options: [{ value: '', label: t('desk.all') }, ...LANGUAGES.map((value) => ({ value, label: languageName(value) }))] },
  ];
  synced(told);
  return el('div', {},
    head(t('desk.templates'), t('template.hint'), [
      act(t('template.sync'), 'again', ({ currentTarget }) => sync(around, currentTarget, told)),
      way(t('template.new'), 'plus', address('templates', ['new']), { solid: true })]),
    told, listing(around, 'templates', filters, draw, ['template.changed']));
}

function draw(query) {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value));
  return paged(`templates?${asked}`, { label: t('desk.templates'), columns: COLUMNS, empty: t(asked.size > 0 ? 'desk.noneFound' : 'template.noneYet') });
}

const COLUMNS = [
  { label: t('template.name'), cell: ({ id, name, body }) => [el('a', { href: address('templates', [id]), 'data-key': id, dir: 'auto' }, plain(name)), el('small', { class: 'short', dir: 'auto' }, body)] },
  { label: t('template.status'), cell: status },
  { label: t('template.category'), cell: ({ category, correctCategory }) => [named('category', category), correctCategory && correctCategory !== category && el('small', {}, t('template.willBe', named('category', correctCategory)))] },
  { label: t('template.language'), cell: ({ language }) => languageName(language) },
  { label: t('template.quality'), cell: ({ quality: score }) => quality(score) },
  { label: t('template.changed'), cell: ({ changedAt }) => ago(changedAt) },
];

/** @returns its status, and why it cannot be sent although that looks well */
export function status({ status: now, usable, whyNot }) {
  const words = mark(named('template.status', now), KINDS[now] ?? '');
  return usable || whyNot === 'not-approved' ? [words] : [words, el('small', {}, named('template.whyNot', whyNot))];
}

export function quality(score) {
  return QUALITIES[score] ? mark(t(`quality.${score}`), QUALITIES[score]) : el('span', { class: 'soft' }, t('quality.UNKNOWN'));
}

/** What was in the way when they were last compared with WhatsApp's. */
async function synced(told) {
  const [states, { items: lines }] = await Promise.all([get('templates/sync'), get('lines')]).catch(() => [[], { items: [] }]);
  const of = (account) => lines.find((line) => line.account.id === account)?.account.name;
  told.replaceChildren(...states.filter(({ problem }) => problem).map(({ account, syncedAt }) => note('warn',
    el('p', { dir: 'auto' }, states.length > 1 && el('strong', {}, `${plain(of(account) || account)}: `), t('template.syncFailed'), syncedAt && [' ', t('template.syncedAt'), ' ', ago(syncedAt)]))));
}

async function sync(around, button, told) {
  button.disabled = true;
  try {
    await post('templates/sync');
    around.tell(t('template.syncing'));
    await synced(told);
  } catch (problem) {
    told.replaceChildren(note('bad', inSentence(problem)));
  }
  button.disabled = false;
}
