// Customers and what they allow. Whoever is looked for is found among all customers; without a name the ledger is shown.

import { el } from '../dom.js';
import { named, t } from '../texts.js';
import { plain } from '../words.js';
import { ago, head, mark, way } from './bits.js';
import { listing } from './listing.js';
import { address } from './route.js';
import { paged } from './table.js';

const PURPOSES = ['SERVICE', 'MARKETING'];
const STATES = ['GRANTED', 'WITHDRAWN'];

export default async function consents(around) {
  const [id] = around.path;
  if (id === 'new') return (await import('./customer-new.js')).default(around);
  if (id) return (await import('./customer.js')).default(around, id);
  const words = (prefix, values) => [{ value: '', label: t('desk.all') }, ...values.map((value) => ({ value, label: t(`${prefix}.${value}`) }))];
  const filters = [
    { name: 'q', label: t('consent.who') },
    { name: 'purpose', label: t('consent.purpose'), options: words('purpose', PURPOSES) },
    { name: 'state', label: t('consent.state'), options: words('consent.state', STATES) },
  ];
  return el('div', {},
    head(t('desk.consents'), t('consent.hint'), [way(t('customer.new'), 'plus', address('consents', ['new']), { solid: true })]),
    listing(around, 'consents', filters, draw, ['customer.consent-changed', 'customer.merged']));
}

/** Somebody who has said nothing is no line of the ledger, and yet may be looked for. */
function draw({ q, purpose, state }) {
  const asked = new URLSearchParams(Object.entries({ q, purpose, state }).filter(([, value]) => value));
  const searched = q && !purpose && !state;
  return searched
    ? paged(`customers?${asked}`, { label: t('desk.consents'), columns: CUSTOMERS, empty: t('desk.noneFound') })
    : paged(`consents?${asked}`, { label: t('desk.consents'), columns: LEDGER, empty: t(asked.size > 0 ? 'desk.noneFound' : 'consent.none') });
}

export const stateMark = (state) => mark(named('consent.state', state), state === 'GRANTED' ? 'good' : 'bad');

const person = ({ id, name, phoneDisplay }) => [el('a', { href: address('consents', [id]), 'data-key': id, dir: 'auto' }, plain(name)), phoneDisplay && el('small', { class: 'number' }, phoneDisplay)];

const of = (purpose) => ({ consents }) => {
  const one = consents.find((consent) => consent.purpose === purpose);
  return one ? stateMark(one.state) : el('span', { class: 'soft' }, t('consent.unasked'));
};

const CUSTOMERS = [
  { label: t('consent.customer'), cell: person },
  { label: t('purpose.SERVICE'), cell: of('SERVICE') },
  { label: t('purpose.MARKETING'), cell: of('MARKETING') },
];

const LEDGER = [
  { label: t('consent.customer'), cell: ({ customer }) => (customer ? person(customer) : '–') },
  { label: t('consent.purpose'), cell: ({ purpose }) => named('purpose', purpose) },
  { label: t('consent.state'), cell: ({ state }) => stateMark(state) },
  { label: t('consent.source'), cell: ({ source, proof }) => [named('consent.source', source), proof && el('small', { class: 'short', dir: 'auto' }, proof)] },
  { label: t('consent.when'), cell: ({ at }) => ago(at) },
];
