// A message in one line: in a quote, in a list, read aloud.

import { has, t } from './texts.js';
import { plain } from './words.js';

const SIGNS = {
  image: '📷', video: '🎥', audio: '🎵', voice: '🎤', document: '📄', sticker: '🖼️', location: '📍', contacts: '👤', order: '🛒',
  call: '📞', button: '↩️', interactive: '↩️', system: 'ℹ️', edit: '✏️', revoke: '🚫', unsupported: '⚠️', request_welcome: '👋',
};
/** Of these the words alone would not tell what it was. */
const NAMED = ['location', 'contacts', 'order', 'edit'];
/** Their text is WhatsApp's own English, or nothing that somebody said. */
const WORDLESS = ['system', 'call', 'revoke', 'unsupported', 'request_welcome'];

export function kindOf(kind) {
  return has(`kind.${kind}`) ? t(`kind.${kind}`) : t('kind.unknown');
}

/** What became of a telephone call. */
export function callInWords({ outcome, fromCustomer }) {
  const key = `call.${outcome}${fromCustomer ? '' : '.out'}`;
  return t(has(key) ? key : 'call.other');
}

/** @param message as the API shows it, or the last message of a list: that has `call` in place of `content` */
export function inOneLine({ direction, kind, text, content, call, media, revokedAt }) {
  if (revokedAt) return `🚫 ${t(direction === 'OUT' ? 'message.revokedByUs' : 'message.revoked')}`;
  if (kind === 'text' || kind === 'template') return text || kindOf(kind);
  if (kind === 'interactive' && direction === 'OUT') return text || kindOf(kind); // what we ask, not what was chosen
  if (kind === 'reaction') return t('reaction.said', content?.emoji ?? text ?? '');
  if (call || content?.type === 'call') return `${SIGNS.call} ${callInWords(call ?? content)}`;
  const voice = kind === 'voice' || media?.voice || content?.voice;
  const shown = voice ? 'voice' : kind;
  return [SIGNS[shown] ?? '', words(shown, { text: text || nameIn(content), media })].filter(Boolean).join(' ');
}

/** Cards and places of ours have no text. */
function nameIn(content) {
  if (content?.type === 'contacts') return plain(content.cards?.[0]?.name);
  return content?.type === 'location' ? plain(content.name || content.address) : '';
}

function words(kind, { text, media }) {
  const length = media?.seconds ? ` ${minutes(media.seconds)}` : '';
  const said = !WORDLESS.includes(kind) && text || (kind === 'document' && plain(media?.filename)) || '';
  if (!said) return kindOf(kind) + length;
  return NAMED.includes(kind) ? `${kindOf(kind)}: ${said}` : said + length;
}

/** Seconds as a player shows them. */
export function minutes(seconds) {
  const whole = Math.max(0, Math.round(seconds || 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
