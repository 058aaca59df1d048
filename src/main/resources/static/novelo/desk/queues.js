// The queues: who is in them, what waits, how work finds somebody, and what tables asked for that there is not.

import { get, post, put } from '../api.js';
import { el } from '../dom.js';
import { t } from '../texts.js';
import { plain } from '../words.js';
import { act, ago, facts, head, mark, note, way } from './bits.js';
import { Form } from './form.js';
import { NONE, choices, nameOf } from './names.js';
import { address } from './route.js';
import { table } from './table.js';

const STRATEGIES = ['leastLoaded', 'owner', 'roundRobin', 'byHand'];
const ID = /^[a-z][a-z0-9-]{0,39}$/;
const TELLING = ['queue.changed', 'agent.changed', 'presence.changed', 'task.created', 'task.assigned', 'task.ended', 'work.misrouted'];

export default async function queues(around) {
  const [id] = around.path;
  if (id === 'new') return added(around);
  if (id) return one(around, id);
  around.watch(TELLING);
  const [{ items: every }, { items: wrong }] = await Promise.all([get('queues?all=true'), get('work/misrouted')]);
  const items = await Promise.all(every.map((queue) => get(`queues/${encodeURIComponent(queue.id)}`)));
  return el('div', {},
    head(t('desk.nav.queues'), t('queues.hint'), [way(t('queues.new'), 'plus', address('queues', ['new']), { solid: true })]),
    wrong.length > 0 && misrouted(around, wrong),
    table(t('desk.nav.queues'), COLUMNS, items));
}

const COLUMNS = [
  { label: t('queues.name'), cell: (queue) => [el('a', { href: address('queues', [queue.id]), 'data-key': queue.id, dir: 'auto' }, nameOf(queue)), queue.active ? null : mark(t('queues.off'), 'warn')] },
  { label: t('queues.unassigned'), figure: true, cell: ({ unassigned }) => String(unassigned) },
  { label: t('queues.assigned'), figure: true, cell: ({ assigned }) => String(assigned) },
  { label: t('queues.present'), figure: true, cell: ({ present, members }) => t('people.of', present, members.length) },
  { label: t('queues.strategy'), cell: ({ strategy }) => t(`strategy.${strategy}`) },
];

/** Said until a manager has seen it: the work itself is in triage. */
function misrouted(around, wrong) {
  const rows = wrong.slice(0, 10).map(({ number, field, wanted, version, rules, at }) => el('li', {}, t(`misrouted.${field}`, plain(wanted), number), ' ', el('small', {}, t('misrouted.rule', rules.join(', '), version), ' · ', ago(at))));
  return note('bad', el('p', {}, el('strong', {}, t('misrouted.title', wrong.length))), el('ul', {}, ...rows), act(t('misrouted.seen'), 'tick', async () => {
    await post('work/misrouted/seen');
    await around.again();
  }));
}

function fields({ queues: others, calendars }, id) {
  const minutes = (value) => (!value || (/^\d+$/.test(value) && Number(value) > 0) ? null : t('queues.minutesWrong'));
  return [
    { name: 'name', label: t('queues.name'), most: 100, must: true },
    { name: 'calendar', kind: 'choice', label: t('queues.calendar'), hint: t('queues.calendarHint'), options: calendars },
    { name: 'strategy', kind: 'choice', label: t('queues.strategy'), hint: t('queues.strategyHint'), options: STRATEGIES.map((value) => ({ value, label: t(`strategy.${value}`) })) },
    { name: 'overflowQueue', kind: 'choice', label: t('queues.overflow'), hint: t('queues.overflowHint'), options: [NONE, ...others.filter(({ value }) => value !== id)] },
    { name: 'overflowMinutes', kind: 'number', label: t('queues.overflowMinutes'), rule: minutes, only: ({ overflowQueue }) => overflowQueue !== '' },
    { name: 'takeBackMinutes', kind: 'number', label: t('queues.takeBack'), hint: t('queues.takeBackHint'), rule: minutes },
  ];
}

const number = (value) => (value ? Number(value) : null);
const wish = (values) => ({ ...values, overflowQueue: values.overflowQueue || null, overflowMinutes: values.overflowQueue ? number(values.overflowMinutes) : null, takeBackMinutes: number(values.takeBackMinutes) });

async function one(around, id) {
  const path = `queues/${encodeURIComponent(id)}`;
  const [queue, options] = await Promise.all([get(path), choices()]);
  const form = new Form([...fields(options, id), { name: 'active', kind: 'tick', label: t('queues.active'), hint: t('queues.activeHint') }], {
    values: { ...queue, overflowQueue: queue.overflowQueue ?? '', overflowMinutes: queue.overflowMinutes ?? '', takeBackMinutes: queue.takeBackMinutes ?? '' },
    label: t('desk.save'),
    save: async (values) => {
      await put(path, wish(values));
      around.saved();
      await around.again();
      around.tell(t('desk.saved'));
    },
  });
  around.keep(() => form.unsaved);
  return el('div', {}, head(nameOf(queue), queue.id, [], { section: 'queues', label: t('desk.nav.queues') }),
    el('div', { class: 'two' }, el('section', { class: 'card' }, form.element),
      el('aside', { class: 'aside' },
        facts([[t('queues.unassigned'), String(queue.unassigned)], [t('queues.assigned'), String(queue.assigned)], [t('queues.present'), t('people.of', queue.present, queue.members.length)]]),
        el('h2', {}, t('queues.members')),
        queue.members.length === 0 ? el('p', { class: 'soft' }, t('queues.nobody')) : el('ul', {}, ...queue.members.map(({ id: member, name, status }) => el('li', {}, el('a', { href: address('people', [member]), dir: 'auto' }, plain(name)), ' · ', t(`presence.${status}`)))))));
}

async function added(around) {
  const options = await choices();
  const form = new Form([
    { name: 'id', label: t('queues.id'), hint: t('queues.idHint'), must: true, rule: (value) => (ID.test(value) ? null : t('queues.idWrong')), attributes: { spellcheck: 'false', autocapitalize: 'none' } },
    ...fields(options),
  ], {
    values: { strategy: 'leastLoaded', overflowQueue: '', takeBackMinutes: '60' },
    label: t('queues.add'),
    cancel: () => around.go('queues'),
    save: async (values) => {
      const queue = await post('queues', wish(values));
      around.saved();
      around.tell(t('queues.added'));
      around.go('queues', [queue.id]);
    },
  });
  around.keep(() => form.unsaved);
  return el('div', {}, head(t('queues.new'), t('queues.newHint'), [], { section: 'queues', label: t('desk.nav.queues') }), el('section', { class: 'card' }, form.element));
}
