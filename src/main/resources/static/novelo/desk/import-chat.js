// An exported chat: who is who in it, whose it is, and over which line it was said.

import { get } from '../api.js';
import { el } from '../dom.js';
import { count } from '../numbers.js';
import { t } from '../texts.js';
import { exactly } from '../time.js';
import { plain } from '../words.js';
import { facts, way } from './bits.js';
import { Form } from './form.js';
import { counts } from './import.js';
import { address } from './route.js';
import { table } from './table.js';

/** Whoever is in no address book is exported under his number. */
const NUMBER = /^\+?[\d\s().-]{8,24}$/;

/** @param start takes it in as it is told; null where that is not asked now */
export async function preview(around, { preview: found }, start) {
  const { items: lines } = start ? await get('lines') : { items: [] };
  return [
    el('div', { class: 'two' },
      el('section', { class: 'card' }, el('h2', {}, t('imports.found')), counts([['messages', found.messages], ['files', found.files], ['missing', found.missing], ['told', found.told]]),
        facts([[t('imports.from'), found.firstAt && exactly(found.firstAt)], [t('imports.to'), found.lastAt && exactly(found.lastAt)], [t('imports.who'), found.participants.map(({ name, messages }) => `${plain(name)} (${count(messages)})`).join(', ')]])),
      start && el('section', { class: 'card' }, el('h2', {}, t('imports.how')), deciding(around, found, lines, start))),
    el('h2', {}, t('imports.samples')), table(t('imports.samples'), SAMPLES, found.samples)];
}

function deciding(around, found, lines, start) {
  const names = found.participants.map(({ name }) => ({ value: name, label: plain(name) }));
  const other = (us) => names.map(({ value }) => value).find((name) => name !== us) ?? '';
  const several = names.length > 2;
  const number = (name) => (NUMBER.test(name ?? '') ? name : '');
  const working = lines.filter(({ active }) => active !== false);
  const form = new Form([
    { name: 'us', kind: 'choice', label: t('imports.us'), hint: t('imports.usHint'), options: [{ value: '', label: t('imports.nobody') }, ...names] },
    several && { name: 'them', kind: 'choice', label: t('imports.them'), hint: t('imports.themHint'), options: names, rule: (value, { us }) => (value === us ? t('imports.themWrong') : null) },
    { name: 'phone', label: t('imports.phone'), hint: t('customer.phoneHint'), must: true, attributes: { inputmode: 'tel' }, rule: (value) => (value.replace(/\D/g, '').length < 8 ? t('customer.phoneWrong') : null) },
    { name: 'line', kind: 'choice', label: t('imports.overLine'), options: (working.length > 0 ? working : lines).map(({ id, name, display }) => ({ value: id, label: name && name !== display ? `${plain(name)} (${display})` : display })) },
    found.orders.length > 1 && { name: 'order', kind: 'choice', label: t('imports.order'), hint: t('imports.orderHint', plain(found.samples[0]?.written ?? '')), must: true, options: [...(found.order ? [] : [{ value: '', label: '–' }]), ...found.orders.map((value) => ({ value, label: t(`imports.order.${value}`) }))] },
  ].filter(Boolean), {
    values: { us: found.us ?? '', them: found.customer ?? other(found.us), phone: number(found.customer ?? other(found.us)), order: found.order ?? '' },
    label: t('imports.start'),
    save: ({ us, them, phone, line, order }) => start({ us: us || null, ...(several ? { them } : { them: other(us) || null }), phone, line, order: order ?? undefined }),
  });
  around.keep(() => form.unsaved);
  return form.element;
}

export function report({ report: made, choices }) {
  return el('div', {}, counts([['added', made.added], ['alreadyThere', made.known], ['files', made.files], ['missing', made.missing], ['notTaken', made.left]]),
    choices?.customer && el('div', { class: 'acts below' }, way(t('imports.customer'), 'user', address('consents', [choices.customer]))));
}

const SAMPLES = [
  { label: t('imports.who'), cell: ({ name }) => plain(name) },
  { label: t('imports.written'), cell: ({ written }) => plain(written) },
  { label: t('imports.said'), cell: ({ text, file }) => [text && el('span', { class: 'short', dir: 'auto' }, plain(text)), file && el('small', { dir: 'auto' }, plain(file))].filter(Boolean) },
];
