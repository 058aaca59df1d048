// A customer who has not written yet.

import { post } from '../api.js';
import { el } from '../dom.js';
import { t } from '../texts.js';
import { head, note } from './bits.js';
import { Form } from './form.js';
import { address } from './route.js';

const LANGUAGES = ['pt', 'en', 'es'];

export default function added(around) {
  const known = el('div', { class: 'tried' });
  const consented = ({ service, marketing }) => service || marketing;
  const form = new Form([
    { name: 'name', label: t('customer.name'), most: 200, must: true },
    { name: 'phone', label: t('customer.phone'), hint: t('customer.phoneHint'), must: true, attributes: { inputmode: 'tel' }, rule: (value) => (value.replace(/\D/g, '').length < 8 ? t('customer.phoneWrong') : null) },
    { name: 'language', kind: 'choice', label: t('customer.language'), options: [{ value: '', label: '–' }, ...LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))] },
    { name: 'service', kind: 'tick', label: t('consent.allows.SERVICE') },
    { name: 'marketing', kind: 'tick', label: t('consent.allows.MARKETING') },
    { name: 'source', kind: 'choice', label: t('consent.source'), only: consented, options: ['AGENT', 'FORM', 'IMPORT', 'API'].map((value) => ({ value, label: t(`consent.source.${value}`) })) },
    { name: 'proof', kind: 'area', lines: 2, label: t('consent.proof'), hint: t('consent.proofHint'), most: 500, only: consented, rule: (value, all) => (value === '' && consented(all) ? t('consent.proofMust') : null) },
  ], {
    label: t('customer.add'),
    cancel: () => around.go('consents'),
    save: async (values) => {
      known.replaceChildren();
      try {
        const customer = await post('customers', wish(values));
        around.saved();
        around.tell(t('customer.added'));
        around.go('consents', [customer.id]);
      } catch (problem) {
        if (problem.kind !== 'customer-known' || !problem.body.customer) throw problem;
        known.replaceChildren(note('warn', el('p', {}, t('customer.known'), ' ', el('a', { href: address('consents', [problem.body.customer]) }, t('customer.open')))));
      }
    },
  });
  around.keep(() => form.unsaved);
  return el('div', {}, head(t('customer.new'), t('customer.newHint'), [], { section: 'consents', label: t('desk.consents') }), el('section', { class: 'card narrow' }, form.element, known));
}

function wish({ name, phone, language, service, marketing, source, proof }) {
  const purposes = [service && 'SERVICE', marketing && 'MARKETING'].filter(Boolean);
  return { name, phone, language: language || undefined, consents: purposes.map((purpose) => ({ purpose, state: 'GRANTED', source, proof })) };
}
