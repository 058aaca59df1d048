import { $, el, toast } from './dom.js';
import { api } from './api.js';
import { icon } from './icons.js';
import { t } from './i18n.js';
import { aheadBy, fullDate, hour, now, setClock, shortMoment } from './time.js';
import { summary } from './content.js';

const SWITCHES = ['webhook-down', 'duplicate-webhooks', 'reorder-webhooks', 'late-statuses'];
const NEXT = ['status-failed:131026', 'error:130429', 'error:131000', 'error:190', 'cut', 'hang', 'slow', 'http-500', 'http-429'];

export const initials = (name) => {
  const parts = name.replace(/[^\p{L}\p{N} ]/gu, '').trim().split(/\s+/);
  const letters = parts.length > 1 ? [parts[0], parts[parts.length - 1]] : parts;
  return letters.map((part) => [...part][0] ?? '').join('').toUpperCase() || '#';
};

export const tone = (number) => Number(number.slice(-4)) % 6;

export function avatar(phone, extra = '') {
  return el('span.avatar' + extra, { 'data-tone': tone(phone.number), 'aria-hidden': 'true' }, initials(phone.name));
}

export function showPhones(phones, current, choose) {
  const focused = $('phones').contains(document.activeElement) ? document.activeElement.dataset.number : null;
  $('phones').replaceChildren(...phones.map((phone) => {
    const unread = phone.number === current ? 0 : phone.unread;
    const sub = phone.last ? summary(phone.last) : phone.display;
    return el('li', {}, el('button', { type: 'button', 'data-number': phone.number, 'aria-current': phone.number === current ? 'true' : null, title: phone.display, onclick: () => choose(phone.number) },
      avatar(phone),
      el('span.p-text', {}, el('div.p-name', {}, phone.name), el('div.p-sub', {}, sub)),
      unread ? el('span.badge', { 'aria-label': t('unread', unread) }, String(unread))
        : el('span.p-sub', {}, phone.last ? shortMoment(new Date(phone.last.at)) : '')));
  }));
  buttonOf(focused)?.focus();
}

export const buttonOf = (number) => number && document.querySelector(`#phones [data-number="${number}"]`);

export function showTime() {
  $('time').textContent = $('status-time').textContent = hour(now());
  $('date').textContent = fullDate(now());
  $('offset').textContent = aheadBy();
}

export async function loadClock() {
  setClock(await api.clock());
  showTime();
}

async function advance(duration) {
  const card = document.querySelector('.clock');
  card.classList.add('busy');
  try {
    setClock(await api.advance(duration));
    showTime();
    toast(t('moved'));
  } catch (e) {
    toast(e.message);
  } finally {
    card.classList.remove('busy');
  }
}

export async function loadFaults() {
  const faults = await api.faults();
  for (const kind of SWITCHES) $('switch-' + kind).checked = faults.some((fault) => fault.kind === kind);
  $('clear-faults').hidden = !faults.length;
  const armed = faults.filter((fault) => !SWITCHES.includes(fault.kind));
  $('armed').replaceChildren(...armed.map((fault) => el('li', {},
    faultName(fault) + (fault.count > 1 ? ` × ${fault.count}` : ''),
    el('button', { type: 'button', 'aria-label': t('cancel'), onclick: () => change(() => api.clearFaults(fault.kind)) }, icon('close')))));
}

function faultName(fault) {
  const key = NEXT.find((one) => one === fault.kind || one === `${fault.kind}:${fault.code}`);
  return key ? t('f_' + key) : `${fault.kind} ${fault.code || ''}`;
}

async function change(act) {
  try {
    await act();
    await loadFaults();
  } catch (e) {
    toast(e.message);
  }
}

/** Everything whose words depend on the language. */
export function drawPanels(company) {
  $('switches').replaceChildren(...SWITCHES.map((kind) => el('label.switch', {},
    el('span', {}, el('b', {}, t('f_' + kind)), el('small', {}, t('h_' + kind))),
    el('input', { type: 'checkbox', role: 'switch', id: 'switch-' + kind,
      onchange: (e) => change(() => (e.target.checked ? api.addFault({ kind }) : api.clearFaults(kind))) }))));
  const chosen = $('fault').value;
  $('fault').replaceChildren(...NEXT.map((key) => el('option', { value: key }, t('f_' + key))));
  if (chosen) $('fault').value = chosen;
  $('people').replaceChildren(...company.people.map((person) => el('li', { title: `${person.firstName} ${person.lastName}` },
    el('b', {}, person.id), ' ' + t('g_' + person.groups[0]))));
  loadFaults();
  showTime();
}

export function wirePanels(company) {
  $('password').textContent = company.password;
  $('copy').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(company.password);
      toast(t('copied'));
    } catch { // neither https nor localhost: there is no clipboard
      getSelection().selectAllChildren($('password'));
      toast(t('select'));
    }
  });
  for (const button of document.querySelectorAll('[data-advance]')) {
    button.addEventListener('click', () => advance(button.dataset.advance));
  }
  $('advance').addEventListener('submit', (event) => {
    event.preventDefault();
    const unit = $('unit').value;
    advance(unit === 'D' ? `P${$('amount').value}D` : `PT${$('amount').value}${unit}`);
  });
  $('next-fault').addEventListener('submit', (event) => {
    event.preventDefault();
    const [kind, code] = $('fault').value.split(':');
    change(() => api.addFault(code ? { kind, code: Number(code) } : { kind }));
  });
  $('clear-faults').addEventListener('click', () => change(() => api.clearFaults()));
  setInterval(showTime, 1000);
}
