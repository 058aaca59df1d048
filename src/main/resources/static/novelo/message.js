// One message as a bubble, or as a line in the middle.

import { circumstancesOf } from './circumstances.js';
import { asNotice, contentOf } from './content.js';
import { el, icon } from './dom.js';
import { outcome } from './outcome.js';
import { promised } from './promise.js';
import { isOffer, proposed } from './proposed.js';
import { hanging } from './reactions.js';
import { inOneLine } from './said.js';
import { has, named, t } from './texts.js';
import { exactly, timeOfDay } from './time.js';
import { PHONE } from './turn.js';
import { plain } from './words.js';

const TICKS = {
  SENDING_NOW: 'clock', QUEUED: 'clock', SENDING: 'clock', UNKNOWN: 'unknown', ACCEPTED: 'tick', SENT: 'tick',
  DELIVERED: 'ticks', READ: 'ticks', PLAYED: 'ticks', FAILED: 'failed', CANCELLED: 'cancelled',
};

/**
 * @param around `{me, customer, manager, leads, first, quoted, original, again, keep, act}`: the reader's id and the customer's
 *     name, whether the reader is a manager, numbers of the leads that are open, whether a new author begins, the messages quoted and repeating it; `keep`
 *     remembers a file's element, `act(what, message, button)` is what a reader does with a message
 */
export function bubble(message, around) {
  const notice = asNotice(message, { timeOf: timeOfDay });
  if (notice) return line(message, notice);
  const mine = message.direction === 'OUT';
  return el('li', { class: classes(message, around), 'data-id': message.id, 'data-kind': message.kind, tabindex: '-1', 'aria-keyshortcuts': around.leads?.length > 0 && isOffer(message) ? 'R E P' : 'R E' },
    el('div', { class: 'bubble' },
      el('span', { class: around.first ? 'author' : 'author unseen', dir: 'auto' }, plain(nameOf(message, around))),
      ...circumstancesOf(message),
      quote(message, around),
      ...contentOf(message, around),
      el('span', { class: 'meta' },
        edited(message, around),
        el('time', { datetime: message.at, title: exactly(message.at) }, timeOfDay(message.at)),
        mine && tick(message)),
      mine && !message.imported && outcome(message, around),
      mine && !message.imported && promised(message, around),
      proposed(message, around),
      ...hanging(message, around)),
    tools(message, around));
}

function classes({ direction, author, status, kind, reactions, imported }, { first }) {
  return ['message', direction === 'OUT' ? 'out' : 'in', author.type.toLowerCase(), status.toLowerCase(), `is-${/^\w+$/.test(kind) ? kind : 'unknown'}`,
    first && 'first', reactions?.length > 0 && 'reacted', imported && 'imported'].filter(Boolean).join(' ');
}

/** A manager may look at what it said before. */
function edited(message, around) {
  const { editedAt, revokedAt, versions } = message;
  if (!editedAt || revokedAt) return null;
  if (!around.manager || versions) return el('span', { title: exactly(editedAt) }, t('message.edited'));
  return el('button', { type: 'button', class: 'quiet', title: `${exactly(editedAt)}. ${t('message.original')}`, onclick: ({ currentTarget }) => around.act('original', message, currentTarget) }, t('message.edited'));
}

function line(message, words) {
  return el('li', { class: 'message notice', 'data-id': message.id, 'data-kind': message.kind, tabindex: '-1' },
    el('span', { class: 'told', title: exactly(message.at) }, ...words));
}

export function nameOf(message, { me, customer }) {
  const { type, id, name } = message.author;
  if (type === 'CUSTOMER') return customer;
  if (id === PHONE) return t('author.phone');
  if (type === 'AGENT') return id === me ? t('author.you') : name ?? id;
  if (type === 'AI') return t('author.ai');
  return [name, t('author.process', has(id) ? t(id) : id)].filter(Boolean).join(' · ');
}

/** The quoted message leads to itself; one from before what is shown cannot. */
function quote({ replyTo }, around) {
  if (!replyTo) return null;
  const { quoted } = around;
  if (!quoted) return el('div', { class: 'quote lost' }, t('quote.notLoaded'));
  return el('button', { type: 'button', class: 'quote', title: t('quote.go'), onclick: () => around.act('jump', quoted) },
    el('span', { class: 'author', dir: 'auto' }, plain(nameOf(quoted, around))),
    el('span', { class: 'line', dir: 'auto' }, inOneLine(quoted)));
}

function tick(message) {
  const { status } = message;
  const words = named('status', status);
  return el('span', { class: `tick ${status.toLowerCase()}`, 'data-status': status, title: message.statusAt ? `${words}, ${exactly(message.statusAt)}` : words },
    icon(TICKS[status] ?? 'clock', words));
}

/** Only what WhatsApp knows by its id can be quoted or reacted to. */
function tools(message, around) {
  if (!message.providerId || message.revokedAt || message.imported) return null;
  return el('div', { class: 'tools' },
    tool('reply', 'message.reply', 'R', (button) => around.act('reply', message, button)),
    tool('smile', 'message.react', 'E', (button) => around.act('react', message, button)));
}

function tool(sign, key, letter, act) {
  return el('button', { type: 'button', 'aria-label': t(key), title: `${t(key)} (${letter})`, onclick: (event) => act(event.currentTarget) }, icon(sign));
}
