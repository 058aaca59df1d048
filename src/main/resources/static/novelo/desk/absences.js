// Who is not there, from when until when, and who stands in for him.

import { get, post, remove } from '../api.js';
import { el } from '../dom.js';
import { t } from '../texts.js';
import { dayAndTime, now } from '../time.js';
import { plain } from '../words.js';
import { ask } from './ask.js';
import { act, head, mark, way } from './bits.js';
import { Form } from './form.js';
import { NONE, colleagues } from './names.js';
import { address } from './route.js';
import { table } from './table.js';

export default async function absences(around) {
  if (around.path[0] === 'new') return added(around);
  around.watch(['agent.changed']);
  const [{ items }, { items: people }] = await Promise.all([get('absences'), get('agents?everybody=true')]);
  const name = (id) => plain(people.find((one) => one.id === id)?.name ?? id);
  return el('div', {},
    head(t('desk.nav.absences'), t('absence.hint'), [way(t('absence.new'), 'plus', address('absences', ['new']), { solid: true })]),
    items.length === 0 ? el('div', { class: 'empty' }, t('absence.none')) : table(t('desk.nav.absences'), columns(around, name), items));
}

const columns = (around, name) => [
  { label: t('people.name'), cell: ({ agent }) => el('a', { href: address('people', [agent]), dir: 'auto' }, name(agent)) },
  { label: t('absence.from'), cell: ({ from }) => [dayAndTime(from), Date.parse(from) <= now() && mark(t('absence.now'), 'warn')] },
  { label: t('absence.until'), cell: ({ until }) => dayAndTime(until) },
  { label: t('absence.substitute'), cell: ({ substitute }) => (substitute ? el('span', { dir: 'auto' }, name(substitute)) : t('leave.byRule')) },
  { label: t('absence.reason'), cell: ({ reason }) => el('span', { dir: 'auto' }, reason ? plain(reason) : '–') },
  { label: '', cell: ({ agent, id }) => act(t('absence.remove'), 'bin', () => end(around, { agent, id, name: name(agent) }), { key: `end ${id}` }) },
];

async function end(around, { agent, id, name }) {
  const done = await ask(around.root, {
    title: t('absence.removeAsk', name), text: t('absence.removeHint'), label: t('absence.remove'),
    act: () => remove(`agents/${encodeURIComponent(agent)}/absences/${encodeURIComponent(id)}`),
  });
  if (!done) return;
  await around.again();
  around.tell(t('desk.saved'));
}

async function added(around) {
  const people = await colleagues();
  const form = new Form([
    { name: 'agent', kind: 'choice', label: t('absence.who'), options: people },
    { name: 'from', kind: 'moment', label: t('absence.from'), hint: t('absence.fromHint') },
    { name: 'until', kind: 'moment', label: t('absence.until'), must: true, rule: (until, { from }) => (Date.parse(until) > (from ? Date.parse(from) : now()) ? null : t('absence.untilWrong')) },
    { name: 'substitute', kind: 'choice', label: t('absence.substitute'), hint: t('absence.substituteHint'), options: [{ ...NONE, label: t('leave.byRule') }, ...people], rule: (other, { agent }) => (other && other === agent ? t('absence.same') : null) },
    { name: 'reason', label: t('absence.reason'), most: 100 },
  ], {
    values: { agent: around.query.agent ?? people[0]?.value },
    label: t('absence.add'),
    cancel: () => around.go('absences'),
    save: async ({ agent, from, until, substitute, reason }) => {
      await post(`agents/${encodeURIComponent(agent)}/absences`, {
        ...(from ? { from: new Date(from).toISOString() } : {}), until: new Date(until).toISOString(), substitute: substitute || null, reason: reason || null,
      });
      around.saved();
      around.tell(t('desk.saved'));
      around.go('absences');
    },
  });
  around.keep(() => form.unsaved);
  return el('div', {}, head(t('absence.new'), t('absence.newHint'), [], { section: 'absences', label: t('desk.nav.absences') }),
    el('section', { class: 'card' }, form.element));
}
