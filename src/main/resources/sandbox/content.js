import { el, webAddress } from './dom.js';
import { icon } from './icons.js';
import { knows, t } from './i18n.js';
import { richText } from './richtext.js';
import { media, missing } from './media.js';
import { length } from './time.js';

const ATTACHED = { image: 'image', video: 'image', audio: 'sound', document: 'file', sticker: 'sticker', location: 'pin', contacts: 'person', template: 'file' };

const FILES = new Set(['image', 'video', 'audio', 'document', 'sticker']);

const words = (text) => el('span.words', {}, ...richText(text));

/** What stands in the bubble above the time. */
export function content(message, act) {
  const { type, message: body } = message;
  const part = body[type] ?? {};
  if (type === 'text') return [words(part.body ?? '')];
  if (type === 'button') return [words(part.text ?? '')];
  if (type === 'interactive') return interactive(part, act, message);
  if (type === 'template') return filled(body.rendered ?? {}, act, message);
  if (FILES.has(type)) return [media(type, part, act, message) ?? missing(type, part), part.caption ? words(part.caption) : null].filter(Boolean);
  if (type === 'location') return [place(part)];
  if (type === 'contacts') return part.map(card);
  if (type === 'order') return order(part);
  return attachment(type, part);
}

function place(part) {
  return el('div.place', {}, el('div.map', { 'aria-hidden': 'true' }, icon('pin')), el('b', {}, part.name || t('location')), el('small', {}, part.address || `${part.latitude}, ${part.longitude}`));
}

function card(one) {
  const details = [...(one.phones ?? []).map((p) => p.phone), ...(one.emails ?? []).map((m) => m.email), one.org?.company].filter(Boolean);
  return el('div.attachment', {}, icon('person'), el('span', {}, el('b', {}, one.name?.formatted_name ?? t('contact')), ...details.map((detail) => el('small', {}, detail))));
}

function order(part) {
  const items = part.product_items ?? [];
  const box = el('div.attachment', {}, icon('cart'), el('span', {}, el('b', {}, t('order')), ...items.map((item) => el('small', {}, `${item.quantity} × ${item.product_retailer_id} · ${item.item_price} ${item.currency}`))));
  return [box, part.text ? words(part.text) : null].filter(Boolean);
}

/** @return whether it is no bubble, but a line about the chat */
export const isNote = (message) => message.type === 'call' || message.type === 'system';

/** What stands in such a line. */
export function noteOf(message) {
  if (message.type === 'system') return [told(message.message.system ?? {})];
  const { outcome, seconds } = message.message.call;
  return [icon(outcome === 'completed' ? 'phone' : 'missed'), t('call_' + outcome) + (outcome === 'completed' ? ` · ${length(seconds)}` : '')];
}

/** What Meta tells the company in English, said to the customer in his language. */
function told({ type, body }) {
  return knows(type) ? t(type) : body || t('system');
}

function interactive(part, act, message) {
  const reply = part[part.type];
  if (!part.body && reply) {
    return [words(reply.title ?? ''), reply.description ? el('span.foot-text', {}, reply.description) : null].filter(Boolean);
  }
  return [
    part.header ? header(part.header, act, message) : null,
    words(part.body?.text ?? ''),
    part.footer?.text ? el('span.foot-text', {}, part.footer.text) : null,
  ].filter(Boolean);
}

/** A template with its values, as the server filled it in. */
function filled(shown, act, message) {
  return [
    shown.header ? header(shown.header, act, message) : null,
    words(shown.body ?? ''),
    shown.footer ? el('span.foot-text', {}, shown.footer) : null,
  ].filter(Boolean);
}

function header({ type, ...parts }, act, message) {
  if (type === 'text') return el('b.title', {}, parts.text);
  if (type === 'location') return place(parts.location);
  const file = parts[type] ?? {};
  return media(type, file, act, message) ?? missing(type, file);
}

function attachment(type, part) {
  const [title, detail] = describe(type, part);
  const box = el('div.attachment', {}, icon(ATTACHED[type] ?? 'file'), el('span', {}, el('b', {}, title), detail ? el('small', {}, detail) : null));
  return part.caption ? [box, words(part.caption)] : [box];
}

function describe(type, part) {
  if (type === 'location') return [part.name || t('location'), part.address || `${part.latitude}, ${part.longitude}`];
  if (type === 'contacts') return [part[0]?.name?.formatted_name ?? t('contact'), part[0]?.phones?.[0]?.phone];
  if (type === 'document') return [part.filename || t('document'), null];
  if (type === 'call') return [t('call_' + part.outcome), null];
  if (type === 'order') return [t('order'), null];
  if (type === 'unsupported') return [t('unsupported'), null];
  if (type === 'audio' && part.voice) return [t('voiceNote'), null];
  if (type === 'template') return [part.name ?? t('template'), t('template')];
  return ATTACHED[type] ? [t(type), null] : [t('unsupported'), type];
}

/** A few words for lists and quotes. */
export function summary(message) {
  if (message.text) return message.text;
  const [title] = describe(message.type, message.message[message.type] ?? {});
  return title;
}

/** The buttons under a message. */
export function choices(message, answered, act) {
  const offered = message.message.rendered?.buttons;
  if (offered) return el('div.choices', {}, ...offered.map((one) => templateButton(one, message, answered, act)));
  const part = message.message.interactive;
  if (message.type !== 'interactive' || !part?.action) return null;
  if (part.type === 'button') {
    const buttons = part.action.buttons.map(({ reply }) => button('reply', reply.title, answered, reply.id, () => act.reply(message, 'button_reply', { id: reply.id, title: reply.title })));
    return el('div.choices', {}, ...buttons);
  }
  if (part.type === 'list') {
    return el('div.choices', {}, button('list', part.action.button, answered, null, () => act.openList(message, part)));
  }
  if (part.type === 'cta_url') {
    const address = webAddress(part.action.parameters.url);
    return el('div.choices', {}, el('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, icon('out'), part.action.parameters.display_text));
  }
  if (part.type === 'location_request_message') {
    return el('div.choices', {}, button('pin', t('sendLocation'), answered, null, () => act.location(message)));
  }
  return null;
}

function templateButton({ type, text, payload, url, phone_number: number, code }, message, answered, act) {
  if (type === 'QUICK_REPLY') return button('reply', text, answered, payload, () => act.press(message, { payload, text }));
  if (type === 'URL') return el('a', { href: webAddress(url), target: '_blank', rel: 'noopener noreferrer', title: url }, icon('out'), text);
  if (type === 'PHONE_NUMBER') return button('phone', text, undefined, null, () => act.copy(number));
  if (type === 'COPY_CODE') return button('copy', text || t('copyCode'), undefined, null, () => act.copy(code));
  return button('list', text, undefined, null, () => {});
}

function button(symbol, title, answered, id, onclick) {
  const chosen = answered !== undefined && answered === id;
  return el(chosen ? 'button.chosen' : 'button', { type: 'button', disabled: answered !== undefined, onclick }, icon(chosen ? 'check' : symbol), title);
}
