// What people write down about a lead, as fields of a form and as the API takes it.

import { named, t } from '../texts.js';
import { when } from '../time.js';
import { amountOf, written, wrongAmount } from './amount.js';
import { plain } from '../words.js';

const LONGEST_TEXT = 2000;
const LONGEST_NAME = 200;
const MINUTE_MILLIS = 60_000;
const CRITERIA = ['need', 'timeline', 'budget', 'decisionMaker', 'companySize'];

const percent = (typed) => (typed && !(/^\d{1,3}$/.test(typed) && Number(typed) <= 100) ? t('lead.probabilityWrong') : null);
const people = (typed) => (typed && !/^\d{1,7}$/.test(typed) ? t('lead.companySizeWrong') : null);

/** @param choices of the server. @param view the lead */
export function fields({ currencies, timelines }, view) {
  const known = (name) => {
    const found = view.criteria.find(({ criterion }) => criterion === name);
    return found && t('lead.known', named('lead.knownBy', found.source), when(found.at));
  };
  const area = (name, lines = 2) => ({ name, label: t(`lead.${name}`), kind: 'area', lines, most: LONGEST_TEXT });
  return [
    { name: 'nextStep', label: t('lead.nextStep'), most: LONGEST_TEXT, wide: 'half' },
    { name: 'nextStepAt', label: t('lead.nextStepAt'), kind: 'moment', wide: 'half' },
    { name: 'product', label: t('lead.product'), most: LONGEST_NAME },
    { name: 'value', label: t('lead.value'), kind: 'number', rule: wrongAmount, wide: 'third' },
    { name: 'currency', label: t('lead.currency'), kind: 'choice', options: currencies.map((value) => ({ value, label: value })), wide: 'third' },
    { name: 'probability', label: t('lead.probability'), kind: 'number', rule: percent, wide: 'third' },
    { ...area('need'), hint: known('need') },
    { name: 'timeline', label: t('lead.timeline'), kind: 'choice', options: ['', ...timelines].map((value) => ({ value, label: value ? named('lead.timeline', value) : '–' })), hint: known('timeline'), wide: 'half' },
    { name: 'budget', label: t('lead.budget'), kind: 'number', rule: wrongAmount, hint: known('budget'), wide: 'half' },
    { name: 'decisionMaker', label: t('lead.decisionMaker'), kind: 'choice', options: ['', 'true', 'false'].map((value) => ({ value, label: value ? t(`lead.decides.${value}`) : '–' })), hint: known('decisionMaker'), wide: 'half' },
    { name: 'companySize', label: t('lead.companySize'), kind: 'number', rule: people, hint: known('companySize'), wide: 'half' },
    area('products'), area('competitors'), area('decisionMakers'), area('objections'),
  ];
}

/** @returns what the form shows of it */
export function valuesOf(view, { currency }) {
  const criteria = Object.fromEntries(CRITERIA.map((name) => [name, shown(name, view.criteria.find(({ criterion }) => criterion === name)?.value)]));
  const texts = Object.fromEntries(['product', 'products', 'competitors', 'decisionMakers', 'objections', 'nextStep'].map((name) => [name, view[name] ?? '']));
  return { ...texts, ...criteria, value: written(view.value), currency: view.currency ?? currency, probability: view.probability === null ? '' : String(view.probability), nextStepAt: local(view.nextStepAt) };
}

function shown(name, value) {
  if (value === null || value === undefined) return '';
  return name === 'budget' ? written(value) : plain(value);
}

/** As the field has it: the reader's own time, to the minute. */
function local(instant) {
  if (!instant) return '';
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * MINUTE_MILLIS).toISOString().slice(0, 16);
}

/** What the API takes in each field; the others are texts. */
const TOLD = {
  value: amountOf,
  probability: Number,
  nextStepAt: (moment) => new Date(moment).toISOString(),
  budget: (typed) => String(amountOf(typed)),
};

/** @returns what has changed, as the API takes it: what is empty now is forgotten */
export function patchOf(before, after) {
  const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
  const told = (name) => (after[name] === '' ? null : (TOLD[name] ?? ((value) => value))(after[name]));
  const patch = Object.fromEntries(changed.filter((name) => !CRITERIA.includes(name)).map((name) => [name, told(name)]));
  const criteria = Object.fromEntries(changed.filter((name) => CRITERIA.includes(name)).map((name) => [name, told(name)]));
  if ('value' in patch && patch.value !== null) patch.currency = after.currency;
  if (after.value === '') delete patch.currency; // no price has one
  return Object.keys(criteria).length > 0 ? { ...patch, criteria } : patch;
}
