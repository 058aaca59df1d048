import { el, webAddress } from './dom.js';

// WhatsApp's own marks: *bold*, _italic_, ~struck~, ```code```; and web addresses.
const MARK = /```([^`]+)```|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\2(?![\p{L}\p{N}])|https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/gu;
const TAGS = { '*': 'strong', _: 'em', '~': 's' };

export function richText(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    nodes.push(text.slice(end, match.index));
    nodes.push(marked(match));
    end = match.index + match[0].length;
  }
  nodes.push(text.slice(end));
  return nodes.filter((node) => node !== '');
}

function marked([whole, code, sign, inner]) {
  if (code) return el('code', {}, code);
  if (sign) return el(TAGS[sign], {}, ...richText(inner));
  const address = webAddress(whole);
  return address ? el('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' }, whole) : whole;
}

/** One to three emojis and nothing else are shown large. */
export const isOnlyEmoji = (text) => /^(?:\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic})*){1,3}$/u.test(text.trim());
