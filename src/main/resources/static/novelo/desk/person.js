// One person: how he stands, how he works, when he is absent, and the end of his time here.

import { get, patch, post } from '../api.js';
import { el } from '../dom.js';
import { t } from '../texts.js';
import { dayAndTime } from '../time.js';
import { plain } from '../words.js';
import { ask } from './ask.js';
import { facts, head, note, way } from './bits.js';
import { Form } from './form.js';
import { choices, colleagues } from './names.js';
import { identity, wish, work } from './person-fields.js';
import { presence } from './people.js';
import { address } from './route.js';

const BY_RULE = 'byRule';

export default async function person(around, id) {
  const { administrator, user } = around.session;
  const [one, options, others] = await Promise.all([get(`agents/${encodeURIComponent(id)}`), choices(), colleagues([id])]);
  around.watch(['presence.changed']);
  const settings = one.active ? form(around, one, [...(administrator ? identity(false) : []), ...work(options)]) : null;
  return el('div', {},
    head(plain(one.name), one.id, [], { section: 'people', label: t('desk.nav.people') }),
    el('div', { class: 'two' },
      el('section', { class: 'card' }, settings?.element ?? back(around, one, administrator)),
      el('aside', { class: 'aside' },
        facts([
          [t('people.status'), presence(one)],
          [t('people.work'), t('people.of', one.load, one.capacity)],
          [t('people.shift'), one.active && !one.absentUntil && t(one.onShift ? 'people.onShift' : 'people.offShift')],
          [t('people.absentUntil'), one.absentUntil && dayAndTime(one.absentUntil)],
          [t('absence.substitute'), one.substitute],
        ]),
        one.active && el('div', { class: 'acts' }, way(t('absence.new'), 'clock', address('absences', ['new'], { agent: id }))),
        one.active && administrator && user !== id && leaving(around, one, others))));
}

function form(around, one, fields) {
  const made = new Form(fields, {
    values: { ...one, capacity: String(one.capacity), calendar: one.calendar ?? '' },
    label: t('desk.save'),
    save: async (values) => {
      await patch(`agents/${encodeURIComponent(one.id)}`, wish(values));
      around.saved();
      await around.again();
      around.tell(t('desk.saved'));
    },
  });
  around.keep(() => made.unsaved);
  return made;
}

/** Somebody who has left and comes back needs a password: the old one is forgotten. */
function back(around, one, administrator) {
  if (!administrator) return note('', el('p', {}, t('people.leftHint')));
  const made = new Form([identity(true).find(({ name }) => name === 'password')], {
    label: t('people.comeBack'),
    save: async ({ password }) => {
      await patch(`agents/${encodeURIComponent(one.id)}`, { active: true, password });
      around.saved();
      await around.again();
      around.tell(t('desk.saved'));
    },
  });
  return el('div', {}, note('', el('p', {}, t('people.leftHint'))), made.element);
}

/** One act hands over everything; it is asked once more, because nobody can take it back. */
function leaving(around, one, others) {
  const made = new Form([
    { name: 'to', kind: 'choice', label: t('leave.to'), hint: t('leave.toHint'), options: [{ value: BY_RULE, label: t('leave.byRule') }, ...others] },
    { name: 'note', kind: 'area', lines: 3, label: t('leave.note'), hint: t('leave.noteHint'), most: 1000 },
  ], {
    values: { to: BY_RULE, note: '' },
    label: t('leave.act'),
    save: async (values) => {
      let outcome;
      const done = await ask(around.root, {
        title: t('leave.ask', plain(one.name)), text: t('leave.askHint'), label: t('leave.act'),
        act: async () => { outcome = await post(`agents/${encodeURIComponent(one.id)}/leave`, values); },
      });
      if (!done) return;
      around.saved();
      await around.again();
      around.tell(t('leave.done', outcome.cases, outcome.customers), outcome.left > 0);
    },
  });
  return el('details', { class: 'card' }, el('summary', {}, t('leave.title')), el('p', { class: 'soft' }, t('leave.hint')), made.element);
}
