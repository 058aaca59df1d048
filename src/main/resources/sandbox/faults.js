import { $, el, toast } from './dom.js';
import { api } from './api.js';
import { icon } from './icons.js';
import { knows, t } from './i18n.js';

const GROUPS = ['SENDING', 'STATUSES', 'WEBHOOKS', 'INBOUND', 'MEDIA'];
const FOR_EVER = -1;

let kinds = [];
let codes = [];
let armed = [];
let customer = () => null;

/** @param current tells whose phone is in use */
export async function wireFaults(current) {
  customer = current;
  [kinds, codes] = await Promise.all([api.faultKinds(), api.faultCodes()]);
  $('fault-search').addEventListener('input', search);
  $('fault-search').addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    $('fault-search').value = '';
    search();
  });
  $('clear-faults').addEventListener('click', () => change(() => api.clearFaults()));
}

/** Everything whose words depend on the language. */
export function drawFaults() {
  const open = new Set([...document.querySelectorAll('#fault-groups details[open]')].map((one) => one.dataset.group));
  $('fault-groups').replaceChildren(
    ...GROUPS.map((group) => section(group, kinds.filter((kind) => kind.group === group).map(kindRow))),
    section('CODES', codes.map(codeRow)));
  for (const details of document.querySelectorAll('#fault-groups details')) details.open = open.has(details.dataset.group);
  search();
  showArmed();
}

function section(group, rows) {
  return el('details', { 'data-group': group }, el('summary', {}, el('span', {}, t('fg_' + group)), el('span.count', {}, String(rows.length))), el('ul', {}, ...rows));
}

function kindRow({ kind, count }) {
  const words = el('span', {}, el('b', {}, t('f_' + kind)), el('small', {}, t('h_' + kind)));
  return count === FOR_EVER
    ? el('li', { 'data-find': found('f_' + kind, 'h_' + kind, kind) }, el('label.switch', {}, words, el('input', { type: 'checkbox', role: 'switch', id: 'switch-' + kind,
      onchange: (event) => change(() => (event.target.checked ? api.addFault(wish({ kind })) : api.clearFaults(kind))) })))
    : el('li.once', { 'data-find': found('f_' + kind, 'h_' + kind, kind) }, words, arm('arm', t('f_' + kind), { kind, count: times() }));
}

function codeRow({ code, title }) {
  const why = knows('e_' + code) ? t('e_' + code) : null;
  return el('li.once', { 'data-find': [code, title, why].join(' ').toLowerCase() }, el('span', {}, el('b', {}, String(code)), el('small', { lang: why ? null : 'en' }, why ?? title)),
    el('span.pair', {}, arm('refuse', code, { kind: 'error', code }), code ? arm('failLater', code, { kind: 'status-failed', code }) : null));
}

function arm(key, what, fault) {
  return el('button.arm', { type: 'button', 'aria-label': `${t(key)}: ${what}`, onclick: () => change(() => api.addFault(wish({ ...fault, count: times() }))) }, t(key));
}

const times = () => Number($('fault-times').value);

const wish = (fault) => ($('fault-mine').checked ? { ...fault, phone: customer() } : fault);

const found = (...keys) => keys.map((key) => (knows(key) ? t(key) : key)).join(' ').toLowerCase();

/** While somebody searches, every group shows what fits. */
function search() {
  const wanted = $('fault-search').value.trim().toLowerCase();
  for (const details of document.querySelectorAll('#fault-groups details')) {
    const rows = [...details.querySelectorAll('li')];
    for (const row of rows) row.hidden = Boolean(wanted) && !row.dataset.find.includes(wanted);
    const fits = rows.filter((row) => !row.hidden).length;
    details.hidden = !fits;
    details.querySelector('.count').textContent = fits;
    if (wanted) details.open = true;
    else if (details.dataset.searched) details.open = false;
    details.dataset.searched = wanted;
  }
  $('fault-none').hidden = Boolean(document.querySelector('#fault-groups details:not([hidden])'));
}

export async function loadFaults() {
  armed = await api.faults();
  showArmed();
}

function showArmed() {
  for (const box of document.querySelectorAll('#fault-groups input[type=checkbox]')) {
    box.checked = armed.some((fault) => 'switch-' + fault.kind === box.id);
  }
  $('clear-faults').hidden = !armed.length;
  $('armed').replaceChildren(...armed.map((fault) => el('li', {}, name(fault),
    el('button', { type: 'button', 'aria-label': `${t('cancel')}: ${name(fault)}`, onclick: () => change(() => api.clearFaults(fault.kind)) }, icon('close')))));
}

function name(fault) {
  const code = fault.code && ['error', 'status-failed'].includes(fault.kind) ? ` ${fault.code}` : '';
  return t('f_' + fault.kind) + code + (fault.count > 1 ? ` × ${fault.count}` : '');
}

async function change(act) {
  try {
    await act();
  } catch (e) {
    toast(e.message);
  }
  await loadFaults();
}
