import { el } from './dom.js';
import { icon, tick } from './icons.js';
import { knows, t } from './i18n.js';
import { hour } from './time.js';
import { choices, content, noteOf, summary } from './content.js';
import { isOnlyEmoji } from './richtext.js';

const SHOWN = new Set(['image', 'video', 'location']);

/** @param context what the chat knows around the message: first of its group, quoted one, reactions, chosen answer */
export function bubble(message, context, act) {
  const own = message.direction === 'IN';
  const big = message.type === 'text' && isOnlyEmoji(message.text) && !context.quoted;
  const look = message.type === 'sticker' ? '.big' : big ? '.big' : SHOWN.has(pictured(message)) ? '.pictured' : '';
  const shown = context.edit ? { ...message, message: { ...message.message, ...context.edit } } : message;
  const inner = el('div.bubble' + look, {},
    context.quoted ? quote(context.quoted, act) : null,
    message.message.context?.forwarded || message.message.context?.frequently_forwarded ? el('span.forwarded', {}, icon('share'), t('forwarded')) : null,
    message.message.referral ? el('div.quote.other', {}, el('b', {}, t('advertisement')), el('span', {}, message.message.referral.headline)) : null,
    ...(context.revoked ? [el('span.gone', {}, icon('close'), t('deleted'))] : content(shown, act)),
    meta(message, own, context.edit && !context.revoked));
  const row = el(`div.msg.${own ? 'in' : 'out'}${context.first ? '.first' : ''}`, { 'data-id': message.id }, inner);
  inner.addEventListener('contextmenu', (event) => {
    event.preventDefault(); // a long press, on a touch screen
    act.menu(message);
  });
  if (context.reactions.length) row.append(el('span.reactions', {}, context.reactions.join(' ')));
  swipe(inner, () => act.quote(message));
  if (!own) {
    const buttons = choices(message, context.answered, act);
    if (buttons) row.append(buttons);
  }
  if (message.status !== 'waiting') row.append(actions(message, act));
  return row;
}

/** What stands above buttons is shown as if it came alone. */
function pictured({ type, message }) {
  return type === 'interactive' ? message.interactive?.header?.type : type === 'template' ? message.rendered?.header?.type : type;
}

function meta(message, own, edited) {
  const place = el('span.meta', {}, edited ? el('i', {}, t('edited')) : null, el('time', { datetime: message.at }, hour(new Date(message.at))));
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

const SWIPE = 60; // pixels to the right

/** A finger that draws a bubble aside answers it. */
function swipe(node, act) {
  let from = null;
  const at = (event) => [event.touches[0]?.clientX, event.touches[0]?.clientY];
  node.addEventListener('touchstart', (event) => { from = at(event); }, { passive: true });
  node.addEventListener('touchmove', (event) => {
    const [x, y] = at(event);
    if (!from || Math.abs(y - from[1]) > 30) from = null;
    node.style.transform = from ? `translateX(${Math.max(0, Math.min(SWIPE, x - from[0]))}px)` : '';
  }, { passive: true });
  node.addEventListener('touchend', (event) => {
    const far = from && event.changedTouches[0].clientX - from[0] >= SWIPE;
    node.style.transform = '';
    from = null;
    if (far) act();
  });
}

/** A call, a new number: a line between the bubbles. */
export function note(message) {
  return el(`div.note.event${message.message.call?.outcome && message.message.call.outcome !== 'completed' ? '.missed' : ''}`, { 'data-id': message.id }, ...noteOf(message), ' · ', hour(new Date(message.at)));
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
