// What a message says, each kind in its own form.

import { call, notice } from './notices.js';
import { cards, place } from './cards.js';
import { el, icon } from './dom.js';
import { media } from './media.js';
import { offer } from './offers.js';
import { order } from './order.js';
import { kindOf } from './said.js';
import { has, numbered, t } from './texts.js';
import { exactly } from './time.js';
import { isEmojiOnly, plain, rich } from './words.js';

/** Told by the channel or about the conversation, not said by somebody: in the middle of the thread. */
const NOTICES = { system: notice, call, edit: changed('edit', 'message.editedUnknown'), revocation: changed('bin', 'message.revokedUnknown'), call_permission: permission };

const FORMS = {
  text: said, file, location: place, contacts: cards, choice, flow_answer: answers, reaction, order,
  buttons: offer, menu: offer, link: offer, location_request: offer, contact_request: offer, template: offer, unsupported: placeholder,
};

/** Kinds of a file whose content an older row does not hold. */
const FILES = ['image', 'video', 'audio', 'document', 'sticker'];

/** @returns the words of a notice, or null if somebody says this message */
export function asNotice(message, around) {
  if (message.kind === 'request_welcome') return [icon('info'), t('kind.request_welcome')];
  return NOTICES[message.content?.type]?.(message, around) ?? null;
}

/** @returns nodes of a bubble */
export function contentOf(message, around) {
  if (message.revokedAt && !message.versions) return revoked(message, around);
  const form = FORMS[message.content?.type] ?? (FILES.includes(message.kind) ? file : message.kind === 'text' ? said : placeholder);
  return [...form(message, around), ...before(message)].filter(Boolean);
}

/** What it said before it was edited; `versions` is there once a manager has asked for them. */
function before({ versions, revokedAt, direction }) {
  if (!versions) return [];
  return [
    revokedAt && el('div', { class: 'gone' }, icon('cancelled'), t(direction === 'IN' ? 'message.revoked' : 'message.revokedByUs')),
    ...versions.map(({ text, until }) => el('div', { class: 'version' }, el('small', {}, t('message.until', exactly(until))), words(text))),
  ];
}

export function words(text) {
  if (!text) return null;
  return el('div', { class: isEmojiOnly(text) ? 'text emoji' : 'text', dir: 'auto' }, ...rich(text));
}

function said({ text }) {
  return [words(text)];
}

function file(message, around) {
  return [around.keep(message, () => media(message, (button) => around.act('fetch', message, button))), words(message.text)];
}

/** A button or a row that the customer pressed; what was asked stands above as the quote. */
function choice({ content }) {
  return [el('div', { class: 'choice' }, icon('chosen'),
    el('span', { class: 'what' }, el('strong', { dir: 'auto' }, plain(content.title)),
      content.description && el('span', { class: 'more-words', dir: 'auto' }, plain(content.description)),
      el('small', {}, t(has(`choice.${content.from}`) ? `choice.${content.from}` : 'choice.other'))))];
}

/** The names are the flow's own; what is nested deeper is shown as it came. */
function answers({ content }) {
  const rows = Object.entries(content.values ?? {}).filter(([name]) => name !== 'flow_token');
  return [el('table', { class: 'answers' },
    el('caption', { dir: 'auto' }, flowName(content.name)),
    el('tbody', {}, ...rows.map(([name, value]) => el('tr', {},
      el('th', { scope: 'row', dir: 'auto' }, plain(name).replaceAll('_', ' ')),
      el('td', { dir: 'auto' }, inWords(value))))))];
}

/** Meta calls every flow "flow". */
function flowName(name) {
  return name === 'flow' ? t('flow.name') : plain(name) || t('flow.name');
}

function inWords(value) {
  if (value === null || value === '') return '–';
  if (typeof value === 'boolean') return t(value ? 'flow.yes' : 'flow.no');
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Only one whose message is not here stands alone. */
function reaction({ content }) {
  return [el('div', { class: 'lone' }, content.emoji && el('span', { class: 'text emoji' }, content.emoji),
    el('small', {}, t(content.emoji ? 'reaction.alone' : 'reaction.taken')))];
}

function placeholder({ kind, text, content, circumstances }) {
  const why = numbered('error', circumstances?.errors?.[0]?.code);
  const what = content?.what && has(`unsupported.${content.what}`) ? t(`unsupported.${content.what}`) : null;
  const unsupported = kind === 'unsupported' || content?.type === 'unsupported';
  return [words(text), el('div', { class: 'missing' }, icon('other'),
    el('span', { class: 'what' },
      el('strong', {}, what ?? kindOf(unsupported ? 'unsupported' : kind)),
      kind !== 'media_placeholder' && el('small', {}, t(unsupported ? 'unsupported.hint' : 'kind.notShown')),
      why && el('small', {}, t(why))))];
}

function revoked(message, around) {
  return [el('div', { class: 'gone' }, icon('cancelled'), t(message.direction === 'IN' ? 'message.revoked' : 'message.revokedByUs')),
    around.manager && message.direction === 'IN'
      && el('button', { type: 'button', class: 'quiet', onclick: (event) => around.act('original', message, event.currentTarget) }, t('message.original'))].filter(Boolean);
}

function changed(sign, key) {
  return ({ direction, text }) => [icon(sign), t(direction === 'OUT' ? `${key}.out` : key), text && el('q', { dir: 'auto' }, text)].filter(Boolean);
}

function permission({ content }) {
  return [icon('call'), t(content.granted ? 'call.granted' : 'call.refused')];
}
