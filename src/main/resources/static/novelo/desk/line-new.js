// A further line: what Meta calls it, then its settings; the test of its connection stands on its own page.

import { get, post } from '../api.js';
import { el } from '../dom.js';
import { t } from '../texts.js';
import { head, note } from './bits.js';
import { Form } from './form.js';
import { fields, wish } from './line-fields.js';

const ID = /^[A-Za-z0-9_-]{1,100}$/;

export default async function added(around) {
  const [{ items: queues }, { items: lines }] = await Promise.all([get('queues'), get('lines')]);
  const accounts = [...new Set(lines.map(({ account }) => account.id).filter(Boolean))];
  const rule = (value) => (ID.test(value) ? null : t('lines.idWrong'));
  const form = new Form([
    { name: 'providerId', label: t('lines.providerId'), hint: t('lines.providerIdHint'), must: true, rule, attributes: { inputmode: 'numeric', spellcheck: 'false' } },
    { name: 'account', label: t('lines.account'), hint: t('lines.accountHint'), must: true, rule, attributes: { inputmode: 'numeric', spellcheck: 'false' } },
    ...fields(queues),
  ], {
    values: { account: accounts.length === 1 ? accounts[0] : '' },
    label: t('lines.add'),
    cancel: () => around.go('lines'),
    save: async (values) => {
      const line = await post('lines', wish(values));
      around.saved();
      around.tell(t('lines.added'));
      around.go('lines', [line.id], { do: 'check' });
    },
  });
  around.keep(() => form.unsaved);
  return el('div', {}, head(t('lines.new'), t('lines.newHint'), [], { section: 'lines', label: t('desk.lines') }),
    el('div', { class: 'two' }, el('section', { class: 'card' }, form.element),
      el('aside', { class: 'aside' }, note('', el('p', {}, el('strong', {}, t('lines.where'))), el('ol', {}, ...[1, 2, 3, 4].map((step) => el('li', {}, t(`lines.where.${step}`))))))));
}
