import { $, el, toast } from './dom.js';
import { api } from './api.js';
import { Chat } from './chat.js';
import { drawIcons } from './icons.js';
import { currentLanguage, speak, t, translate } from './i18n.js';
import { closeSheet, openSheet, option } from './sheet.js';
import { buttonOf, drawPanels, initials, loadClock, showPhones, tone, wirePanels } from './panels.js';
import { loadFaults, wireFaults } from './faults.js';
import { drawAccount, loadAccount, loadStance, wireAccount } from './account.js';
import { wireOwner } from './owner.js';
import { Attachments } from './attach.js';
import { wireRecorder } from './recorder.js';
import { now } from './time.js';
import { summary } from './content.js';

/** After the server refused the stream; a mere interruption is mended by the browser itself. */
const AGAIN_MILLIS = 5_000;

const EMOJIS = ['👍', '❤️', '😂', '😮', '😢', '🙏'];
const MINUTE = 60_000;
const EDITABLE = 15 * MINUTE; // WhatsApp's limits for the one who wrote
const ERASABLE = 2 * 24 * 60 * MINUTE;

let company;
let phones = [];
let current = null;
let source = null;
let quoting = null;
let editing = null;
let lines = [];
let line = null;

const chat = new Chat({
  companyName: () => company.name,
  typing(on) {
    $('presence').textContent = on ? t('typing') : presence();
    $('presence').classList.toggle('typing', on);
  },
  show: (id) => chat.reveal(id),
  menu: openMessageMenu,
  quote,
  view,
  played: (message) => message.direction === 'OUT' && message.status !== 'played' && api.played(current, message.id).catch(() => {}),
  reply: (message, type, reply) => write({ type: 'interactive', context: about(message), interactive: { type, [type]: reply } }),
  press: (message, button) => write({ type: 'button', context: about(message), button }),
  copy: (words) => navigator.clipboard.writeText(words).then(() => toast(t('copiedWords', words)), () => toast(words)),
  openList,
  location: (message) => attachments.places((location) => write({ type: 'location', context: about(message), location })),
});

const attachments = new Attachments((message) => {
  const quoted = quoting;
  quote(null);
  return write(quoted ? { ...message, context: about(quoted) } : message);
}, () => current);

const presence = () => line.display;

/** What a reply carries of the message that it answers. */
function about(message) {
  const from = message.direction === 'OUT' ? line.display.replace(/\D/g, '') : current;
  return { from, id: message.id };
}

/** @return whether the server has it */
async function write(message) {
  const shown = { id: 'waiting-' + Math.random(), direction: 'IN', type: message.type, text: message[message.type]?.body ?? message[message.type]?.text ?? '', status: 'waiting', at: now().toISOString(), errors: [], message };
  chat.addWaiting(shown);
  drawStarters();
  try {
    await api.write(current, line.id, message);
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
  const [number, partner] = [current, line];
  const messages = await api.messages(number, partner.id);
  if (number !== current || partner !== line) return;
  if (settled) chat.dropWaiting(settled);
  chat.show(messages);
  drawStarters();
  look();
}

/** Tells the server what a person can see on this screen; a hidden tab sees nothing. */
async function look() {
  const newest = chat.newestOfCompany();
  const phone = phones.find((one) => one.number === current);
  if (document.hidden || !newest || ['read', 'played'].includes(newest.status) || phone?.reading === 'NEVER') return;
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
  const others = Object.entries(phone.unreadOf).filter(([id]) => id !== line.id).reduce((sum, [, count]) => sum + count, 0);
  $('elsewhere').hidden = !others;
  $('elsewhere').textContent = others;
  $('elsewhere').setAttribute('aria-label', t('unread', others));
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
  await Promise.all([loadMessages(), loadPhones(), loadStance()]);
  $('text').disabled = false; // until now nobody would have sent what is written
  buttonOf(current)?.scrollIntoView({ block: 'nearest' });
  chat.toEnd();
  const elsewhere = document.activeElement.matches('input, select, textarea'); // whoever has begun to write there goes on
  if (matchMedia('(hover: hover)').matches && !elsewhere) $('text').focus();
}

/** The customer writes to another number of the company. */
async function talkTo(other) {
  line = other;
  localStorage.setItem('novelo.line', other.id);
  quote(null);
  chat.clear();
  showLine();
  await Promise.all([loadMessages(), loadPhones(), loadStance(), loadAccount()]);
  chat.toEnd();
}

function showLine() {
  $('line').setAttribute('aria-label', `${company.name}: ${t('line')}`);
  $('line').title = t('line');
  $('presence').textContent = presence();
}

async function openLines() {
  await loadLines(); // another may have come while nobody told us
  const phone = phones.find((one) => one.number === current);
  openSheet(t('lines'), ...lines.map((one) => {
    const unread = phone?.unreadOf[one.id];
    const choice = option(one.id === line.id ? 'check' : unread ? null : 'chat', one.display, one.id, () => talkTo(one).catch(offline));
    if (unread) choice.append(el('b.badge', {}, String(unread)));
    return choice;
  }));
}

async function loadLines() {
  lines = await api.lines();
  line = lines.find((one) => one.id === (line?.id ?? localStorage.getItem('novelo.line'))) ?? lines[0];
}

function openCalls() {
  const choice = (outcome) => option(outcome === 'completed' ? 'phone' : 'missed', t('call_' + outcome), t('hint_' + outcome), async () => {
    try {
      await api.call(current, line.id, outcome);
      await loadMessages();
      chat.toEnd();
    } catch (e) {
      toast(e.message);
    }
  });
  openSheet(t('call'), choice('missed'), choice('declined'), choice('completed'));
}

function view(address, words) {
  $('viewer-image').src = address;
  $('viewer-image').alt = words || t('image');
  $('viewer').hidden = false;
  $('viewer-close').focus();
}

function closeView() {
  $('viewer').hidden = true;
  $('viewer-image').removeAttribute('src');
  $('text').focus();
}

function listen() {
  source = api.listen(current, {
    changed: (number) => {
      if (number === current) loadMessages().catch(offline);
      loadPhones().catch(offline);
    },
    typing: (number) => number === current && chat.startTyping(),
    phones: () => loadPhones().catch(offline),
    lines: () => loadLines().catch(offline),
    accounts: () => loadAccount().catch(offline),
    faults: () => loadFaults().catch(offline),
    clock: () => loadClock().then(() => {
      chat.redraw();
      showPhones(phones, current, choose);
    }).catch(offline),
    open: () => Promise.all([loadClock(), loadFaults(), loadLines(), loadAccount()]).catch(offline), // each may have changed in the meantime
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
  if (editing) setText('');
  quoting = message;
  editing = null;
  const own = message?.direction === 'IN';
  bar(message, own, own ? t('you') : company?.name);
}

/** An own text is corrected in the field in which it was written. */
function edit(message, words) {
  quoting = null;
  editing = message;
  bar(message, true, t('editing'));
  setText(words);
}

function bar(message, own, title) {
  $('quoting').hidden = !message;
  if (!message) return;
  $('quoting-text').replaceChildren(el(own ? 'div.quote' : 'div.quote.other', {}, el('b', {}, title), el('span', {}, summary(message))));
  $('text').focus();
}

function openMessageMenu(message) {
  const mine = chat.messages.findLast((m) => m.type === 'reaction' && m.direction === 'IN' && m.message.reaction.message_id === message.id)?.message.reaction.emoji;
  const emojis = EMOJIS.map((emoji) => el('button', { type: 'button', 'aria-pressed': String(emoji === mine), onclick: () => {
    closeSheet();
    write({ type: 'reaction', reaction: { message_id: message.id, emoji: emoji === mine ? '' : emoji } });
  } }, emoji));
  const { edit: changed, revoked } = chat.changesOf(message.id);
  if (revoked) return;
  const own = message.direction === 'IN';
  const age = now() - new Date(message.at);
  const words = changed?.text?.body ?? message.text;
  openSheet(t('react'), ...[el('div.emojis', {}, ...emojis), option('reply', t('repliesTo'), null, () => quote(message)),
    FORWARDED.has(message.type) && option('share', t('forward'), null, () => write({ type: message.type, context: { forwarded: true }, [message.type]: passedOn(message) })),
    own && message.type === 'text' && age < EDITABLE && option('pencil', t('edit'), null, () => edit(message, words)),
    own && age < ERASABLE && option('trash', t('erase'), null, () => write({ type: 'revoke', revoke: { original_message_id: message.id } })),
  ].filter(Boolean));
}

const FORWARDED = new Set(['text', 'image', 'video', 'audio', 'document', 'sticker', 'location', 'contacts']);

/** Of a file only its id: what Meta told of the first message it tells of the second anew. */
function passedOn(message) {
  const part = message.message[message.type];
  if (!part.id) return part;
  const { id, caption, filename, voice, animated } = part;
  return { id, caption, filename, voice, animated };
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
  const [phone, quoted, edited] = [current, quoting, editing];
  const message = edited
    ? { type: 'edit', edit: { original_message_id: edited.id, message: { type: 'text', text: { body: text } } } }
    : { type: 'text', text: { body: text } };
  if (quoted) message.context = about(quoted);
  setText('');
  editing = null;
  quote(null);
  if (await write(message) || phone !== current) return;
  const words = [text, $('text').value].filter(Boolean).join('\n'); // what was not sent is not lost
  if (edited) return edit(edited, words);
  setText(words);
  quote(quoted);
}

function setText(words) {
  $('text').value = words;
  typed();
}

/** With an empty field the button records, else it sends. */
function typed() {
  grow();
  const empty = !$('text').value.trim();
  $('send').hidden = empty;
  $('record').hidden = !empty;
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
  $('text').addEventListener('input', typed);
  $('unquote').addEventListener('click', () => quote(null));
  $('more').addEventListener('click', () => attachments.open());
  $('line').addEventListener('click', () => openLines().catch(offline));
  $('call').addEventListener('click', openCalls);
  $('viewer-close').addEventListener('click', closeView);
  $('viewer').addEventListener('click', (event) => event.target === $('viewer') && closeView());
  wireRecorder((note) => attachments.voice(note), (why) => {
    toast(why);
    $('file').accept = 'audio/*';
    $('file').click();
  });
  $('menu').addEventListener('click', () => {
    document.body.classList.add('drawer');
    $('back').hidden = false;
    scrollTo(0, 0);
    $('phones').querySelector('button')?.focus();
  });
  $('back').addEventListener('click', closeDrawer);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeDrawer();
    if (event.key === 'Escape' && !$('viewer').hidden) closeView();
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
  for (const id of ['add-toggle', 'receipts', 'hide', 'marketing', 'block']) $(id).disabled = false;
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
      await choose(phone.number); // before the form goes: what is typed next is the new one's
      $('add-toggle').click();
      if (matchMedia('(hover: hover)').matches) $('text').focus();
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
  drawAccount();
  chat.redraw();
  showLine();
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
  wirePanels(company);
  await Promise.all([loadClock(), loadLines(), wireFaults(() => current)]);
  const who = { phone: () => phones.find((one) => one.number === current), line: () => line };
  wireAccount(who);
  wireOwner(who);
  await loadPhones();
  wireChat();
  const last = localStorage.getItem('novelo.phone');
  await choose(phones.some((phone) => phone.number === last) ? last : phones[0].number);
  wirePhones(); // not before: a phone that is added while the first one is chosen would lose its place to that
  speakAll();
}

start().catch((e) => {
  toast(e.message);
  setTimeout(() => location.reload(), AGAIN_MILLIS);
});
