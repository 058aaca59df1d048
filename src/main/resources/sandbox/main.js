import { $, el, toast } from './dom.js';
import { api } from './api.js';
import { Chat } from './chat.js';
import { drawIcons } from './icons.js';
import { currentLanguage, speak, t, translate } from './i18n.js';
import { closeSheet, openSheet, option } from './sheet.js';
import { buttonOf, drawPanels, initials, loadClock, loadFaults, showPhones, tone, wirePanels } from './panels.js';
import { now } from './time.js';
import { summary } from './content.js';

/** After the server refused the stream; a mere interruption is mended by the browser itself. */
const AGAIN_MILLIS = 5_000;

const EMOJIS = ['👍', '❤️', '😂', '😮', '😢', '🙏'];
const PLACE = { latitude: -23.5614, longitude: -46.6559, name: 'Avenida Paulista', address: 'Bela Vista, São Paulo - SP' };
const CARD = [{ name: { formatted_name: 'Síndico Jorge', first_name: 'Jorge' }, phones: [{ phone: '+55 11 90000-0099', type: 'CELL' }] }];

let company;
let phones = [];
let current = null;
let source = null;
let quoting = null;

const chat = new Chat({
  companyName: () => company.name,
  typing(on) {
    $('presence').textContent = on ? t('typing') : t('online');
    $('presence').classList.toggle('typing', on);
  },
  show: (id) => chat.reveal(id),
  menu: openMessageMenu,
  reply: (message, type, reply) => write({ type: 'interactive', context: about(message), interactive: { type, [type]: reply } }),
  openList,
  location: (message) => write({ type: 'location', context: about(message), location: PLACE }),
});

/** What a reply carries of the message that it answers. */
function about(message) {
  const from = message.direction === 'OUT' ? company.number.replace(/\D/g, '') : current;
  return { from, id: message.id };
}

/** @return whether the server has it */
async function write(message) {
  const shown = { id: 'waiting-' + Math.random(), direction: 'IN', type: message.type, text: message[message.type]?.body ?? '', status: 'waiting', at: now().toISOString(), errors: [], message };
  chat.addWaiting(shown);
  drawStarters();
  try {
    await api.write(current, message);
    await loadMessages(shown);
    return true;
  } catch (e) {
    chat.dropWaiting(shown);
    chat.redraw();
    toast(e.message);
    return false;
  }
}

async function loadMessages(settled) {
  const number = current;
  const messages = await api.messages(number);
  if (number !== current) return;
  if (settled) chat.dropWaiting(settled);
  chat.show(messages);
  drawStarters();
  look();
}

/** Tells the server what a person can see on this screen; a hidden tab sees nothing. */
async function look() {
  const newest = chat.newestOfCompany();
  const phone = phones.find((one) => one.number === current);
  if (document.hidden || !newest || newest.status === 'read' || phone?.reading === 'NEVER') return;
  await api.read(current, newest.id).catch(() => {});
}

async function loadPhones() {
  phones = await api.phones();
  showPhones(phones, current, choose);
  const phone = phones.find((one) => one.number === current);
  if (phone) showOwner(phone);
}

function showOwner(phone) {
  const me = $('me');
  me.dataset.tone = tone(phone.number);
  me.textContent = initials(phone.name);
  me.setAttribute('aria-label', phone.name);
  me.title = `${phone.name} · ${phone.display}`;
  $('receipts').checked = phone.reading !== 'NEVER';
  $('hide').checked = Boolean(phone.username);
}

async function choose(number) {
  closeDrawer();
  if (number === current) return;
  current = number;
  localStorage.setItem('novelo.phone', number);
  quote(null);
  source?.close();
  chat.clear();
  listen();
  await Promise.all([loadMessages(), loadPhones()]);
  $('text').disabled = false; // until now nobody would have sent what is written
  buttonOf(current)?.scrollIntoView({ block: 'nearest' });
  chat.toEnd();
  if (matchMedia('(hover: hover)').matches) $('text').focus();
}

function listen() {
  source = api.listen(current, {
    changed: (number) => {
      if (number === current) loadMessages().catch(offline);
      loadPhones().catch(offline);
    },
    typing: (number) => number === current && chat.startTyping(),
    phones: () => loadPhones().catch(offline),
    faults: () => loadFaults().catch(offline),
    clock: () => loadClock().then(() => {
      chat.redraw();
      showPhones(phones, current, choose);
    }).catch(offline),
    open: () => Promise.all([loadClock(), loadFaults()]).catch(offline), // both may have changed in the meantime
  });
  const opened = source;
  source.addEventListener('error', () => {
    offline();
    if (opened.readyState === EventSource.CLOSED) setTimeout(() => opened === source && listen(), AGAIN_MILLIS);
  });
}

function offline() {
  toast(t('offline'));
}

function quote(message) {
  quoting = message;
  $('quoting').hidden = !message;
  if (message) {
    const own = message.direction === 'IN';
    $('quoting-text').replaceChildren(el(own ? 'div.quote' : 'div.quote.other', {}, el('b', {}, own ? t('you') : company.name), el('span', {}, summary(message))));
    $('text').focus();
  }
}

function openMessageMenu(message) {
  const mine = chat.messages.findLast((m) => m.type === 'reaction' && m.direction === 'IN' && m.message.reaction.message_id === message.id)?.message.reaction.emoji;
  const emojis = EMOJIS.map((emoji) => el('button', { type: 'button', 'aria-pressed': String(emoji === mine), onclick: () => {
    closeSheet();
    write({ type: 'reaction', reaction: { message_id: message.id, emoji: emoji === mine ? '' : emoji } });
  } }, emoji));
  openSheet(t('react'), el('div.emojis', {}, ...emojis), option('reply', t('repliesTo'), null, () => quote(message)));
}

function openList(message, part) {
  const rows = part.action.sections.flatMap((section) => [
    section.title ? el('h3', {}, section.title) : null,
    ...section.rows.map((row) => option(null, row.title, row.description, () => write({
      type: 'interactive', context: about(message),
      interactive: { type: 'list_reply', list_reply: { id: row.id, title: row.title, description: row.description } },
    }))),
  ]);
  openSheet(part.action.button, ...rows.filter(Boolean));
}

function openMore() {
  openSheet(t('more'),
    option('pin', t('sendLocation'), PLACE.name, () => write({ type: 'location', location: PLACE })),
    option('person', t('sendContact'), CARD[0].name.formatted_name, () => write({ type: 'contacts', contacts: CARD })));
}

function drawStarters() {
  const texts = chat.isEmpty() ? ['s1', 's2', 's3', 's4', 's5'].map((key) => t(key)) : [];
  $('starters').replaceChildren(...texts.map((text) => el('button', { type: 'button', onclick: () => {
    write({ type: 'text', text: { body: text } });
    $('text').focus();
  } }, text)));
}

async function sendText() {
  const text = $('text').value.trim();
  if (!text) return;
  const message = { type: 'text', text: { body: text } };
  const [phone, quoted] = [current, quoting];
  if (quoted) message.context = about(quoted);
  $('text').value = '';
  grow();
  quote(null);
  if (await write(message) || phone !== current) return;
  $('text').value = [text, $('text').value].filter(Boolean).join('\n'); // what was not sent is not lost
  grow();
  quote(quoted);
}

/** The field grows with its text where the browser does not do it by itself. */
function grow() {
  const field = $('text');
  if (CSS.supports('field-sizing', 'content')) return;
  field.style.height = 'auto';
  field.style.height = field.scrollHeight + 'px';
}

function closeDrawer() {
  document.body.classList.remove('drawer');
  $('back').hidden = true;
}

function wireChat() {
  $('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    sendText();
  });
  $('text').addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      sendText();
    }
    if (event.key === 'Escape') quote(null);
  });
  $('text').addEventListener('input', grow);
  $('unquote').addEventListener('click', () => quote(null));
  $('more').addEventListener('click', openMore);
  $('menu').addEventListener('click', () => {
    document.body.classList.add('drawer');
    $('back').hidden = false;
    scrollTo(0, 0);
    $('phones').querySelector('button')?.focus();
  });
  $('back').addEventListener('click', closeDrawer);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeDrawer();
    if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) step(event.key === 'ArrowDown' ? 1 : -1);
  });
  document.addEventListener('visibilitychange', look);
}

/** Alt with an arrow goes to the next phone. */
function step(by) {
  const at = phones.findIndex((phone) => phone.number === current);
  choose(phones[(at + by + phones.length) % phones.length].number);
}

function wirePhones() {
  const form = $('add');
  $('add-toggle').addEventListener('click', () => {
    form.hidden = !form.hidden;
    $('add-toggle').setAttribute('aria-expanded', String(!form.hidden));
    if (!form.hidden) form.elements.name.focus();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const error = form.querySelector('.error');
    try {
      const phone = await api.changePhone(form.elements.number.value.trim(), { name: form.elements.name.value.trim() });
      error.hidden = true;
      form.reset();
      $('add-toggle').click();
      await choose(phone.number);
    } catch (e) {
      error.textContent = e.message;
      error.hidden = false;
    }
  });
  $('receipts').addEventListener('change', (event) => changeOwner({ reading: event.target.checked ? 'SHOWN' : 'NEVER' }));
  $('hide').addEventListener('change', (event) => changeOwner({ username: event.target.checked ? userName() : '' }));
}

function userName() {
  const { name, number } = phones.find((one) => one.number === current);
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '.').replace(/^\.|\.$/g, '');
  return plain || 'cliente.' + number.slice(-4);
}

async function changeOwner(change) {
  try {
    await api.changePhone(current, change);
    await loadPhones();
    look();
  } catch (e) {
    toast(e.message);
  }
}

function speakAll() {
  translate(document);
  document.title = `${company.name} · Novelo sandbox`;
  drawPanels(company);
  chat.redraw();
  $('presence').textContent = t('online');
  drawStarters();
  showPhones(phones, current, choose);
}

async function start() {
  drawIcons(document);
  translate(document);
  company = await api.company();
  $('company').textContent = company.name;
  $('language').value = currentLanguage();
  $('language').addEventListener('change', (event) => {
    speak(event.target.value);
    speakAll();
  });
  wireChat();
  wirePhones();
  wirePanels(company);
  await Promise.all([loadClock(), loadPhones()]);
  const last = localStorage.getItem('novelo.phone');
  await choose(phones.some((phone) => phone.number === last) ? last : phones[0].number);
  speakAll();
}

start().catch((e) => {
  toast(e.message);
  setTimeout(() => location.reload(), AGAIN_MILLIS);
});
