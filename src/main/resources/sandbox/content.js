import { el, webAddress } from './dom.js';
import { icon } from './icons.js';
import { t } from './i18n.js';
import { richText } from './richtext.js';

const ATTACHED = { image: 'image', video: 'image', audio: 'sound', document: 'file', sticker: 'sticker', location: 'pin', contacts: 'person', template: 'file' };

const words = (text) => el('span.words', {}, ...richText(text));

/** What stands in the bubble above the time. */
export function content(message) {
  const { type, message: body } = message;
  const part = body[type] ?? {};
  if (type === 'text') return [words(part.body ?? '')];
  if (type === 'button') return [words(part.text ?? '')];
  if (type === 'interactive') return interactive(part);
  return attachment(type, part);
}

function interactive(part) {
  const reply = part[part.type];
  if (!part.body && reply) {
    return [words(reply.title ?? ''), reply.description ? el('span.foot-text', {}, reply.description) : null].filter(Boolean);
  }
  return [
    part.header?.text ? el('b.title', {}, part.header.text) : null,
    words(part.body?.text ?? ''),
    part.footer?.text ? el('span.foot-text', {}, part.footer.text) : null,
  ].filter(Boolean);
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
  if (type === 'template') return [part.name ?? t('template'), t('template')];
  return ATTACHED[type] ? [t(type), null] : [t('unsupported'), type];
}

/** A few words for lists and quotes. */
export function summary(message) {
  if (message.text) return message.text;
  const [title] = describe(message.type, message.message[message.type] ?? {});
  return title;
}

/** The buttons under an interactive message. */
export function choices(message, answered, act) {
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

function button(symbol, title, answered, id, onclick) {
  const chosen = answered !== undefined && answered === id;
  return el(chosen ? 'button.chosen' : 'button', { type: 'button', disabled: answered !== undefined, onclick }, icon(chosen ? 'check' : symbol), title);
}
