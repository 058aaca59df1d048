import { el } from './dom.js';
import { icon, tick } from './icons.js';
import { knows, t } from './i18n.js';
import { hour } from './time.js';
import { choices, content, summary } from './content.js';
import { isOnlyEmoji } from './richtext.js';

/** @param context what the chat knows around the message: first of its group, quoted one, reactions, chosen answer */
export function bubble(message, context, act) {
  const own = message.direction === 'IN';
  const big = message.type === 'text' && isOnlyEmoji(message.text) && !context.quoted;
  const inner = el(big ? 'div.bubble.big' : 'div.bubble', {},
    context.quoted ? quote(context.quoted, act) : null,
    ...content(message),
    meta(message, own));
  const row = el(`div.msg.${own ? 'in' : 'out'}${context.first ? '.first' : ''}`, { 'data-id': message.id }, inner);
  inner.addEventListener('contextmenu', (event) => {
    event.preventDefault(); // a long press, on a touch screen
    act.menu(message);
  });
  if (context.reactions.length) row.append(el('span.reactions', {}, context.reactions.join(' ')));
  if (!own) {
    const buttons = choices(message, context.answered, act);
    if (buttons) row.append(buttons);
  }
  if (message.status !== 'waiting') row.append(actions(message, act));
  return row;
}

function meta(message, own) {
  const place = el('span.meta', {}, el('time', { datetime: message.at }, hour(new Date(message.at))));
  if (own) {
    place.append(el(`span.tick.${message.status}`, { role: 'img', 'aria-label': t('status_' + message.status), title: t('status_' + message.status) }, tick(message.status)));
  }
  return place;
}

function quote(quoted, act) {
  const own = quoted.direction === 'IN';
  return el(own ? 'button.quote' : 'button.quote.other', { type: 'button', onclick: () => act.show(quoted.id) },
    el('b', {}, own ? t('you') : act.companyName()), el('span', {}, summary(quoted)));
}

function actions(message, act) {
  return el('button.act', { type: 'button', title: t('react'), 'aria-label': t('react'), onclick: () => act.menu(message) }, icon('smile'));
}

/** The company said something that Meta did not carry: seen by whoever plays, never by a real customer. */
export function failure(message) {
  const { code, title } = message.errors[0];
  const reason = knows('e_' + code) ? t('e_' + code) : title;
  return el('div.note.failed', { 'data-id': message.id, title },
    el('b', {}, t('notDelivered')), ` · ${reason} (${code})`, el('span.lost', {}, summary(message)));
}

export function typingRow() {
  return el('div.msg.out.first.typing-row', { 'aria-hidden': 'true' }, el('div.bubble', {}, el('i'), el('i'), el('i')));
}
