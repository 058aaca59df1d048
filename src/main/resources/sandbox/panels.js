import { $, el, toast } from './dom.js';
import { api } from './api.js';
import { drawFaults } from './faults.js';
import { t } from './i18n.js';
import { aheadBy, fullDate, hour, now, setClock, shortMoment } from './time.js';
import { summary } from './content.js';

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

/** Everything whose words depend on the language. */
export function drawPanels(company) {
  drawFaults();
  $('people').replaceChildren(...company.people.map((person) => el('li', { title: `${person.firstName} ${person.lastName}` },
    el('b', {}, person.id), ' ' + t('g_' + person.groups[0]))));
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
  setInterval(showTime, 1000);
}
