// What people can do besides speaking languages, as the table of routing names it.

import { get, post, remove } from '../api.js';
import { el } from '../dom.js';
import { t } from '../texts.js';
import { plain } from '../words.js';
import { ask } from './ask.js';
import { act, head } from './bits.js';
import { Form } from './form.js';
import { table } from './table.js';

const ID = /^[a-z][a-z0-9-]{0,39}$/;

export default async function skills(around) {
  const { items } = await get('skills');
  around.watch(['skill.changed', 'agent.changed']);
  const form = new Form([
    { name: 'id', label: t('skills.id'), hint: t('skills.idHint'), must: true, rule: (value) => (ID.test(value) ? null : t('queues.idWrong')), attributes: { spellcheck: 'false', autocapitalize: 'none' } },
    { name: 'name', label: t('skills.name'), most: 100, must: true },
  ], {
    label: t('skills.add'),
    save: async (values) => {
      await post('skills', values);
      around.saved();
      await around.again();
      around.tell(t('desk.saved'));
    },
  });
  around.keep(() => form.unsaved);
  return el('div', {}, head(t('desk.nav.skills'), t('skills.hint')),
    el('div', { class: 'two' },
      el('section', {}, items.length === 0 ? el('div', { class: 'empty' }, t('skills.none')) : table(t('desk.nav.skills'), columns(around), items)),
      el('aside', { class: 'aside' }, el('section', { class: 'card' }, el('h2', {}, t('skills.new')), form.element))));
}

const columns = (around) => [
  { label: t('skills.name'), cell: ({ id, name }) => [el('span', { dir: 'auto' }, plain(name)), el('small', {}, id)] },
  { label: t('skills.agents'), figure: true, cell: ({ agents }) => String(agents) },
  { label: '', cell: (skill) => act(t('skills.remove'), 'bin', () => end(around, skill), { key: `end ${skill.id}` }) },
];

async function end(around, { id, name }) {
  const done = await ask(around.root, { title: t('skills.removeAsk', plain(name)), text: t('skills.removeHint'), label: t('skills.remove'), act: () => remove(`skills/${encodeURIComponent(id)}`) });
  if (!done) return;
  await around.again();
  around.tell(t('desk.saved'));
}
