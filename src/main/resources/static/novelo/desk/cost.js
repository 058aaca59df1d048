// What WhatsApp charges: the free messages of each line, what was sent, and the list of prices.

import { get } from '../api.js';
import { el } from '../dom.js';
import { count, money } from '../numbers.js';
import { named, t } from '../texts.js';
import { plain } from '../words.js';
import { allowance } from './allowance.js';
import { ago, facts, head, mark, note } from './bits.js';
import { priceImport } from './price-import.js';
import { paged } from './table.js';

export default async function cost(around) {
  around.watch(['line.allowance']);
  const [{ items }, prices, lines] = await Promise.all([get('allowances'), get('prices?limit=1'), get('lines')]);
  const known = new Map(lines.items.map((line) => [line.id, line]));
  const told = items.filter(({ line, messages }) => messages.length > 0 || known.get(line)?.active !== false); // nothing comes from what is off
  return el('div', {},
    head(t('desk.cost'), t('cost.hint')),
    el('div', { class: 'cards' }, ...told.map((item) => ofLine(item, known.get(item.line)?.name, prices.sample))),
    await list(around, prices));
}

function ofLine({ display, month, free, used, level, payment, messages }, name, sample) {
  const sums = new Map();
  for (const { currency, amount } of messages) if (currency) sums.set(currency, (sums.get(currency) ?? 0) + Number(amount));
  const unpriced = messages.reduce((sum, one) => sum + one.unpriced, 0);
  return el('section', { class: 'card' },
    el('div', { class: 'top-of' }, el('h2', { class: 'number', dir: 'auto' }, plain(name || display)), name && name !== display && el('span', { class: 'number soft' }, display), el('span', { class: 'soft' }, monthOf(month)),
      payment === 'MISSING' ? mark(t('cost.noPayment'), 'bad') : null),
    ...alarm({ free, level, payment }),
    facts([
      [t('lines.free'), allowance({ free, used, level })],
      [t('cost.total'), sums.size > 0 ? [[...sums].map(([currency, sum]) => money(sum, currency)).join(' + '), sample && el('small', { class: 'soft' }, ` ${t('cost.sample')}`)].filter(Boolean) : t('cost.nothing')],
      [t('cost.unpriced'), unpriced > 0 ? count(unpriced) : null],
    ]),
    messages.length > 0 && el('details', {}, el('summary', {}, t('cost.details')), el('table', { class: 'table' },
      el('thead', {}, el('tr', {}, ...['cost.kind', 'cost.rule', 'cost.messages', 'cost.amount'].map((key, place) => el('th', { scope: 'col', class: place > 1 ? 'figure' : null }, t(key))))),
      el('tbody', {}, ...messages.map((one) => el('tr', {}, el('th', { scope: 'row' }, named('cost.category', one.category)), el('td', { 'data-label': t('cost.rule') }, named('cost.type', one.type)),
        el('td', { class: 'figure', 'data-label': t('cost.messages') }, count(one.messages)), el('td', { class: 'figure', 'data-label': t('cost.amount') }, one.currency ? money(one.amount, one.currency) : t('cost.free')))))))) ;
}

/** Before WhatsApp stops what is not free. */
function alarm({ free, level, payment }) {
  if (free === null || level === 0) return [];
  const missing = payment === 'MISSING';
  return [note(level === 100 || missing ? 'bad' : 'warn', el('p', {}, t(`cost.level.${level}${missing ? '.missing' : ''}`)))];
}

function monthOf(month) {
  const [year, of] = month.split('-').map(Number);
  return new Intl.DateTimeFormat(document.documentElement.lang, { month: 'long', year: 'numeric' }).format(new Date(year, of - 1, 15));
}

async function list(around, { sample, list: newest }) {
  const columns = [
    { label: t('price.market'), cell: ({ market }) => plain(market) },
    { label: t('price.category'), cell: ({ category }) => named('cost.category', category) },
    { label: t('price.amount'), figure: true, cell: ({ amount, currency }) => money(amount, currency) },
    { label: t('price.from'), cell: ({ validFrom, validUntil }) => (validUntil ? t('price.period', day(validFrom), day(validUntil)) : t('price.since', day(validFrom))) },
  ];
  const rows = await paged('prices?limit=100', { label: t('price.title'), columns, empty: t('price.none') });
  return el('section', { class: 'card' },
    el('div', { class: 'top-of' }, el('h2', {}, t('price.title')), sample ? mark(t('price.sample'), 'warn') : mark(t('price.imported'), 'good')),
    sample ? note('warn', el('p', {}, t('price.sampleHint'))) : el('p', { class: 'soft' }, t('price.newest'), ' ', ago(newest.importedAt)),
    priceImport(around), el('details', {}, el('summary', {}, t('price.show')), rows));
}

/** A day has no time zone. */
function day(text) {
  return new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: 'UTC', dateStyle: 'medium' }).format(Date.parse(text));
}
