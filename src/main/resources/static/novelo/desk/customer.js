// A customer: what he allows, with its whole ledger, and the way to write to him.

import { get, patch, post } from '../api.js';
import { el } from '../dom.js';
import { named, t } from '../texts.js';
import { exactly } from '../time.js';
import { link, plain } from '../words.js';
import { act, facts, head } from './bits.js';
import { stateMark } from './consents.js';
import { Form } from './form.js';
import { paged } from './table.js';

const PURPOSES = ['SERVICE', 'MARKETING'];
const SOURCES = ['AGENT', 'FORM', 'IMPORT', 'API'];

export default async function customer(around, id) {
  around.watch(['customer.consent-changed', 'customer.merged']);
  const path = `customers/${encodeURIComponent(id)}`;
  const who = await get(path);
  const ledger = await paged(`${path}/consents`, { label: t('consent.ledger'), columns: LEDGER, empty: t('consent.nothing') });
  const forms = { terms: terms(around, path, who), recording: recording(around, path) };
  around.keep(() => Object.values(forms).some((form) => form.unsaved));
  return el('div', {},
    head(plain(who.name), who.phoneDisplay, starting(around, who), { section: 'consents', label: t('desk.consents') }),
    el('div', { class: 'two even' },
      el('div', {},
        el('section', { class: 'card' }, facts([
          ...PURPOSES.map((purpose) => [t(`purpose.${purpose}`), standing(who, purpose)]),
          [t('customer.language'), who.language && named('language', who.language)],
          [t('customer.owner'), who.owner && plain(who.owner)],
          [t('customer.segment'), who.segment && plain(who.segment)],
          [t('customer.contract'), who.contract && plain(who.contract)],
          [t('customer.username'), who.username && plain(who.username)],
        ])),
        el('details', { class: 'card' }, el('summary', {}, t('customer.terms')), forms.terms.element),
        el('section', { class: 'card' }, el('h2', {}, t('consent.recordTitle')), forms.recording.element)),
      el('section', {}, el('h2', {}, t('consent.ledger')), ledger)));
}

function standing({ consents }, purpose) {
  const one = consents.find((consent) => consent.purpose === purpose);
  return one ? stateMark(one.state) : el('span', { class: 'soft' }, t(`consent.unasked.${purpose}`));
}

/** Free of charge for nobody: a conversation that we begin needs a template. */
function starting(around, { id, name, phone }) {
  return [act(t('start.title'), 'write', async () => {
    const { start } = await import('../start.js');
    start({ customer: { id, name, phone }, manager: true, me: around.session.user });
  }, { solid: true })];
}

/** What tables of priority and of time read. Clocks that run already stay as they are. */
function terms(around, path, { segment, contract }) {
  const form = new Form([
    { name: 'segment', label: t('customer.segment'), most: 100 },
    { name: 'contract', label: t('customer.contract'), hint: t('customer.contractHint'), most: 100 },
  ], {
    values: { segment: segment ?? '', contract: contract ?? '' },
    label: t('desk.save'),
    save: async (values) => {
      await patch(path, { segment: values.segment || null, contract: values.contract || null });
      form.kept();
      await around.again();
      around.tell(t('desk.saved'));
    },
  });
  return form;
}

function recording(around, path) {
  const form = new Form([
    { name: 'purpose', kind: 'choice', label: t('consent.purpose'), hint: t('consent.purposeHint'), options: PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) })) },
    { name: 'state', kind: 'choice', label: t('consent.says'), options: ['GRANTED', 'WITHDRAWN'].map((value) => ({ value, label: t(`consent.says.${value}`) })) },
    { name: 'source', kind: 'choice', label: t('consent.source'), options: SOURCES.map((value) => ({ value, label: t(`consent.source.${value}`) })) },
    { name: 'proof', kind: 'area', lines: 2, label: t('consent.proof'), hint: t('consent.proofHint'), most: 500, rule: (value, { state }) => (value === '' && state === 'GRANTED' ? t('consent.proofMust') : null) },
    { name: 'at', kind: 'moment', label: t('consent.at'), hint: t('consent.atHint') },
  ], {
    values: { purpose: 'MARKETING' },
    label: t('consent.record'),
    save: async ({ at, ...told }) => {
      await post(`${path}/consents`, { ...told, proof: told.proof || undefined, at: at ? new Date(at).toISOString() : undefined });
      form.kept();
      await around.again();
      around.tell(t('consent.recorded'));
    },
  });
  return form;
}

const LEDGER = [
  { label: t('consent.purpose'), cell: ({ purpose, state }) => [named('purpose', purpose), ' ', stateMark(state)] },
  { label: t('consent.source'), cell: ({ source, proof, by }) => [named('consent.source', source), by && ` · ${plain(by)}`, proof && el('small', { dir: 'auto' }, /^https?:/i.test(proof) ? link(proof) : proof)] },
  { label: t('consent.when'), cell: ({ at }) => exactly(at) },
];
