// Somebody new: who he is and how he works. He logs in with the password that he is told, and changes it.

import { post } from '../api.js';
import { el } from '../dom.js';
import { t } from '../texts.js';
import { head, note } from './bits.js';
import { Form } from './form.js';
import { choices } from './names.js';
import { identity, wish, work } from './person-fields.js';

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

export default async function added(around) {
  const options = await choices();
  const form = new Form([
    { name: 'id', label: t('people.id'), hint: t('people.idHint'), must: true, rule: (value) => (ID.test(value) ? null : t('people.idWrong')), attributes: { spellcheck: 'false', autocapitalize: 'none' } },
    ...identity(true), ...work(options),
  ], {
    values: { capacity: '5', queues: [], languages: [], skills: [], roles: [] },
    label: t('people.add'),
    cancel: () => around.go('people'),
    save: async (values) => {
      const person = await post('agents', wish(values));
      around.saved();
      around.tell(t('people.added'));
      around.go('people', [person.id]);
    },
  });
  around.keep(() => form.unsaved);
  return el('div', {}, head(t('people.new'), t('people.newHint'), [], { section: 'people', label: t('desk.nav.people') }),
    el('div', { class: 'two' }, el('section', { class: 'card' }, form.element), el('aside', { class: 'aside' }, note('', el('p', {}, t('people.newNote'))))));
}
