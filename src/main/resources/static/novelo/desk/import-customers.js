// A list of customers: its columns, what of it can be taken, and what they all allow.

import { el } from '../dom.js';
import { count } from '../numbers.js';
import { language, named, t } from '../texts.js';
import { plain } from '../words.js';
import { note } from './bits.js';
import { Form } from './form.js';
import { counts } from './import.js';
import { table } from './table.js';

const API = new URL('../../api/v1/', import.meta.url);

/** @param start takes it in as it is told; null where that is not asked now */
export async function preview(around, row, start) {
  const { preview: found } = row;
  const good = found.rows - found.bad;
  return [
    el('div', { class: 'two' },
      el('div', {},
        el('section', { class: 'card' }, el('h2', {}, t('imports.found')), counts([['rows', found.rows], ['good', good], ['bad', found.bad], ['doubles', found.doubles], ['known', found.known]]), errors(row, found.bad)),
        ...wrong(found)),
      start && good > 0 ? el('section', { class: 'card' }, el('h2', {}, t('imports.how')), deciding(around, found, start)) : el('div', {}, start && note('bad', el('p', {}, t('imports.nothing'))))),
    el('h2', {}, t('imports.columns')), el('div', { class: 'columns' }, ...found.columns.map(column)),
    el('h2', {}, t('imports.samples')), table(t('imports.samples'), SAMPLES, found.samples)];
}

function column({ header, field, further }) {
  return el('span', { class: field ? null : 'unused', dir: 'auto' }, el('strong', {}, plain(header) || '–'), ' → ', field ? named('imports.field', field) : t(further ? 'imports.ifKept' : 'imports.leftOut'));
}

function wrong({ firstBad = [], bad }) {
  if (bad === 0) return [];
  return [el('details', { open: true }, el('summary', {}, t('imports.wrong', count(bad))), table(t('imports.wrong', count(bad)), WRONG, firstBad))];
}

/** To be put right in a spreadsheet, and imported again. */
function errors({ id }, bad) {
  return bad > 0 && el('p', { class: 'below' }, el('a', { href: new URL(`imports/${encodeURIComponent(id)}/errors.csv?language=${language}`, API).href, download: 'errors.csv' }, t('imports.errors', count(bad))));
}

function deciding(around, { columns, known, doubles, withoutSource, grants }, start) {
  const further = columns.filter((one) => one.further).map(({ header }, place) => ({ header, name: `further${place}` }));
  const asks = ({ service, marketing }) => service || marketing || withoutSource > 0;
  const form = new Form([
    known + doubles > 0 && { name: 'duplicates', kind: 'choice', label: t('imports.duplicates'), options: ['skip', 'fill'].map((value) => ({ value, label: t(`imports.duplicates.${value}`) })) },
    ...further.map(({ header, name }) => ({ name, kind: 'tick', label: t('imports.keep', plain(header)) })),
    { name: 'service', kind: 'tick', label: t('imports.all.SERVICE') },
    { name: 'marketing', kind: 'tick', label: t('imports.all.MARKETING') },
    { name: 'source', label: t('imports.source'), hint: withoutSource > 0 ? t('imports.sourceNeeded', count(withoutSource)) : t('imports.sourceHint'), most: 500, only: asks, rule: (value, all) => (value === '' && asks(all) ? t('imports.sourceMust') : null) },
    { name: 'at', kind: 'date', label: t('imports.saidAt'), hint: t('imports.saidAtHint'), only: asks },
  ].filter(Boolean), {
    label: t('imports.start'),
    save: ({ duplicates, service, marketing, source, at, ...ticks }) => start({ duplicates, fields: further.filter(({ name }) => ticks[name]).map(({ header }) => header), consent: { purposes: [service && 'SERVICE', marketing && 'MARKETING'].filter(Boolean), source: source || undefined, at: at || undefined } }),
  });
  around.keep(() => form.unsaved);
  const said = Object.entries(grants ?? {}).filter(([, number]) => number > 0);
  return el('div', {}, said.length > 0 && el('p', { class: 'soft' }, t('imports.grants', said.map(([purpose, number]) => `${named('purpose', purpose)}: ${count(number)}`).join(', '))), form.element);
}

export function report(row) {
  const { report: made } = row;
  return el('div', {}, counts([['created', made.created], ['filled', made.filled], ['left', made.known], ['consents', made.consents], ['consentsKept', made.consentsKept], ['bad', made.bad]]), errors(row, made.bad));
}

const SAMPLES = [
  { label: t('imports.field.name'), cell: ({ name, phone, known }) => [plain(name ?? phone), known && el('small', {}, t('imports.isKnown'))] },
  { label: t('imports.field.phone'), cell: ({ phone }) => el('span', { class: 'number' }, phone) },
  { label: t('imports.field.language'), cell: ({ language: spoken }) => plain(spoken ?? '–') },
  { label: t('imports.field.segment'), cell: ({ segment }) => plain(segment ?? '–') },
  { label: t('imports.field.contract'), cell: ({ contract }) => plain(contract ?? '–') },
  { label: t('imports.field.owner'), cell: ({ owner }) => plain(owner ?? '–') },
];

const WRONG = [
  { label: t('imports.line'), cell: ({ line }) => count(line) },
  { label: t('imports.column'), cell: ({ field }) => named('imports.field', field) },
  { label: t('imports.reason'), cell: ({ problem }) => named('imports.row', problem) },
];
