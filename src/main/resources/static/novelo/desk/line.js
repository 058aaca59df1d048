// One line: how it stands in full, its settings, the test of its connection, its access.

import { get, patch } from '../api.js';
import { el } from '../dom.js';
import { count } from '../numbers.js';
import { named, t } from '../texts.js';
import { plain } from '../words.js';
import { accountCard } from './account.js';
import { allowance } from './allowance.js';
import { ago, facts, head } from './bits.js';
import { Form } from './form.js';
import { settings, settingsOf, wish } from './line-fields.js';
import { TELLING, quality, state, warnings, why } from './lines.js';
import { selfTest } from './self-test.js';

export default async function line(around, id) {
  const path = `lines/${encodeURIComponent(id)}`;
  const [one, { items: queues }, left] = await Promise.all([get(path), get('queues'), get(`${path}/allowance`).catch(() => null)]);
  const account = await get(`accounts/${encodeURIComponent(one.account.id)}`);
  const form = new Form(settings(queues), {
    values: settingsOf(one),
    label: t('desk.save'),
    save: async (values) => {
      await patch(path, wish(values));
      form.kept();
      await around.again();
      around.tell(t('desk.saved'));
    },
  });
  around.keep(() => form.unsaved);
  around.watch(TELLING);
  return el('div', {},
    head(plain(one.name || one.display), one.name && one.name !== one.display ? one.display : null, [state(one)], { section: 'lines', label: t('desk.lines') }),
    ...why(around, one), ...warnings(one),
    el('div', { class: 'two even' },
      el('div', {}, health(one, left), around.once('test', () => selfTest(around, one)), accountCard(around, account)),
      el('section', { class: 'card' }, el('h2', {}, t('lines.settings')), form.element)));
}

function health(one, left) {
  return el('section', { class: 'card' }, el('h2', {}, t('lines.health')), facts([
    [t('lines.quality'), one.quality && quality(one.quality)],
    [t('lines.limit'), one.limit && named('limit', one.limit)],
    [t('lines.throughput'), one.throughput && named('throughput', one.throughput)],
    [t('lines.nameStatus'), one.nameStatus && [one.verifiedName, named('nameStatus', one.nameStatus)].filter(Boolean).map(plain).join(' · ')],
    [t('lines.status'), one.status && named('numberStatus', one.status)],
    [t('lines.waiting'), count(one.waiting)],
    [t('lines.free'), left && allowance(left)],
    [t('lines.providerId'), el('code', {}, plain(one.providerId))],
    [t('lines.checked'), one.checkedAt && ago(one.checkedAt)],
  ]));
}
