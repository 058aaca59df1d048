// One message as a bubble.

import { el, icon } from './dom.js';
import { has, named, numbered, t } from './texts.js';
import { exactly, timeOfDay } from './time.js';

const TICKS = {
  SENDING_NOW: 'clock', QUEUED: 'clock', SENDING: 'clock', UNKNOWN: 'unknown', ACCEPTED: 'tick', SENT: 'tick',
  DELIVERED: 'ticks', READ: 'ticks', PLAYED: 'ticks', FAILED: 'failed', CANCELLED: 'cancelled',
};
const PICTURES = {
  image: 'image', sticker: 'image', video: 'video', audio: 'audio', voice: 'audio', document: 'document',
  location: 'location', contacts: 'contact',
};

/** @param around `{me, customer, first, quoted}`: the reader's id, the customer's name, whether a new author begins */
export function bubble(message, around) {
  const mine = message.direction === 'OUT';
  const author = nameOf(message, around);
  return el('li', { class: `message ${mine ? 'out' : 'in'} ${message.author.type.toLowerCase()} ${message.status.toLowerCase()}${around.first ? ' first' : ''}`, 'data-id': message.id },
    el('div', { class: 'bubble' },
      el('span', { class: around.first ? 'author' : 'author unseen', dir: 'auto' }, author),
      around.quoted && quote(around.quoted, around),
      ...content(message),
      el('span', { class: 'meta' },
        el('time', { datetime: message.at, title: exactly(message.at) }, timeOfDay(message.at)),
        mine && tick(message)),
      mine && trouble(message)));
}

export function nameOf(message, { me, customer }) {
  const { type, id, name } = message.author;
  if (type === 'CUSTOMER') return customer;
  if (type === 'AGENT') return id === me ? t('author.you') : name ?? id;
  if (type === 'AI') return t('author.ai');
  return [name, t('author.process', has(id) ? t(id) : id)].filter(Boolean).join(' · ');
}

function quote(message, around) {
  return el('div', { class: 'quote' },
    el('span', { class: 'author', dir: 'auto' }, nameOf(message, around)),
    el('span', { dir: 'auto' }, message.text ?? kindOf(message)));
}

function kindOf(message) {
  return has(`kind.${message.kind}`) ? t(`kind.${message.kind}`) : t('kind.unknown');
}

function content(message) {
  const parts = [];
  if (message.kind !== 'text') {
    const { kind } = message;
    parts.push(el('div', { class: 'kind', title: t('kind.notShown') },
      icon(PICTURES[kind] ?? 'other'),
      el('div', {}, el('strong', {}, kindOf(message)), el('small', {}, t('kind.notShown')))));
  }
  if (message.text) parts.push(el('div', { class: 'text', dir: 'auto' }, message.text));
  return parts;
}

function tick(message) {
  const { status } = message;
  const words = named('status', status);
  return el('span', { class: `tick ${status.toLowerCase()}`, 'data-status': status, title: message.statusAt ? `${words}, ${exactly(message.statusAt)}` : words },
    icon(TICKS[status] ?? 'clock', words));
}

/** Why the customer will not read it, or why nobody knows. */
function trouble(message) {
  if (message.status === 'UNKNOWN') return el('div', { class: 'trouble unsure' }, t('status.UNKNOWN'));
  if (message.status !== 'FAILED' && message.status !== 'CANCELLED') return null;
  const [error] = message.errors ?? [];
  return el('div', { class: 'trouble' }, named('status', message.status), error && `: ${inPlainWords(error)}`);
}

function inPlainWords(error) {
  const key = numbered('error', error.code);
  return key ? t(key) : t('error.other', [error.title, error.details].filter(Boolean).join(' – ') || error.code);
}
