// Who works here: who is there now, what each has to do, and what each can.

import { get } from '../api.js';
import { el } from '../dom.js';
import { t } from '../texts.js';
import { plain } from '../words.js';
import { ago, head, mark, way } from './bits.js';
import { listing } from './listing.js';
import { nameOf } from './names.js';
import { address } from './route.js';
import { table } from './table.js';

const STATUSES = ['ONLINE', 'BUSY', 'AWAY', 'OFFLINE'];
const KINDS = { ONLINE: 'good', BUSY: 'warn', AWAY: 'warn' };

/** Work is given and ended all the time, and what somebody has to do is shown. */
const TELLING = ['presence.changed', 'agent.changed', 'queue.changed', 'task.assigned', 'task.ended'];

export default async function people(around) {
  const [id] = around.path;
  if (id === 'new') return (await import('./person-new.js')).default(around);
  if (id) return (await import('./person.js')).default(around, id);
  const { items: queues } = await get('queues');
  const all = { value: '', label: t('desk.all') };
  const filters = [
    { name: 'q', label: t('people.name') },
    { name: 'status', label: t('people.status'), options: [all, ...STATUSES.map((value) => ({ value, label: t(`presence.${value}`) }))] },
    { name: 'queue', label: t('people.queue'), options: [all, ...queues.map((queue) => ({ value: queue.id, label: nameOf(queue) }))] },
    { name: 'left', label: t('people.who'), options: [{ value: '', label: t('people.here') }, { value: 'true', label: t('people.left') }] },
  ];
  const acts = around.session.administrator ? [way(t('people.new'), 'plus', address('people', ['new']), { solid: true })] : [];
  return el('div', {}, head(t('desk.nav.people'), t('people.hint'), acts), listing(around, 'people', filters, draw, TELLING));
}

async function draw({ q = '', status, queue, left }) {
  const [{ items }, { items: queues }] = await Promise.all([get(left ? 'agents?left=true' : 'agents?everybody=true'), get('queues')]);
  const found = items.filter((one) => (!status || one.status === status) && (!queue || one.queues.includes(queue)) && matches(one, q));
  return found.length === 0 ? el('div', { class: 'empty' }, t('desk.noneFound')) : table(t('desk.nav.people'), columns(queues), found);
}

const matches = ({ id, name }, q) => `${name} ${id}`.toLowerCase().includes(q.toLowerCase());

const columns = (queues) => [
  { label: t('people.name'), cell: ({ id, name }) => [el('a', { href: address('people', [id]), 'data-key': id, dir: 'auto' }, plain(name)), el('small', {}, id)] },
  { label: t('people.status'), cell: presence },
  { label: t('people.work'), figure: true, cell: ({ queues: own, load, capacity }) => (own.length > 0 || load > 0 ? t('people.of', load, capacity) : '–') },
  { label: t('people.queues'), cell: ({ queues: own, roles }) => [own.map((id) => nameOf(queues.find((queue) => queue.id === id) ?? { id, name: id })).join(', '), roles?.length > 0 && el('small', {}, roles.map((role) => t(`role.${role}`)).join(', '))] },
];

/** What is seen of somebody, and why rules give him nothing although he is there. */
export function presence({ active, status, reason, since, onShift, absentUntil, queues }) {
  if (active === false) return mark(t('people.hasLeft'));
  if (absentUntil) return mark(t('people.absent'), 'warn');
  const why = reason === 'connection' ? t('presence.connection') : reason;
  return [mark(t(`presence.${status}`), KINDS[status] ?? ''), why && el('small', { dir: 'auto' }, plain(why)),
    since && el('small', {}, ago(since)), status === 'ONLINE' && !onShift && queues.length > 0 && el('small', {}, t('people.offShift'))];
}
