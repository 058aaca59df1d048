// A customer's words as WhatsApp shows them: *bold*, _italic_, ~struck~, `mono`, addresses to open. All of it stays text.

import { el } from './dom.js';

/** A sign counts at the edge of a word only, as in WhatsApp, and never over the end of a line. */
const SIGNS = { '*': 'b', _: 'i', '~': 's' };
const MONO = /```([^]+?)```|`([^`\n]+)`/;
const ADDRESS = /https?:\/\/[^\s<>"'`]+/gi;

/** What ends a sentence rather than an address. */
const AFTER_ADDRESS = /[.,;:!?*_~)\]}»”]+$/u;

const EMOJI_ONLY = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u200d\ufe0f])+$/u;

/** Characters by which a name can be shown other than it is: direction overrides, and what has no width. */
const DISGUISES = /[\u0000-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Text with its formatting, as nodes. */
export function rich(text) {
  return pieces(String(text), MONO, (found) => [el('code', {}, found[1] ?? found[2])],
    (rest) => marked(rest, '*_~'));
}

/** Up to three emoji and nothing else, which WhatsApp shows large. */
export function isEmojiOnly(text) {
  return text.length <= 40 && EMOJI_ONLY.test(text)
    && (!Intl.Segmenter || [...new Intl.Segmenter().segment(text)].length <= 3);
}

/** A name of a file or a person, in one line and as it is. */
export function plain(name) {
  return String(name ?? '').replace(DISGUISES, '');
}

/** @returns the address if a browser may open it: web pages only, never a script */
export function webAddress(written) {
  try {
    const address = new URL(written);
    return address.protocol === 'https:' || address.protocol === 'http:' ? address.href : null;
  } catch {
    return null;
  }
}

/** Opens beside our page, and learns nothing of it. The title is where it really leads. */
export function link(written, words = written, attributes = {}) {
  const href = webAddress(written);
  if (!href) return el('span', { dir: 'auto' }, words);
  return el('a', { href, title: href, target: '_blank', rel: 'noopener noreferrer nofollow', dir: 'auto', ...attributes }, words);
}

/** @param signs those that may still open: each once, so that nothing nests deeper than there are signs */
function marked(text, signs) {
  const mark = signs && finder(text, new RegExp(`(?<![\\p{L}\\p{N}])([${signs}])(?=\\S)([^\\n]*?\\S)\\1(?![\\p{L}\\p{N}])`, 'gu'));
  const address = finder(text, ADDRESS);
  const nodes = [];
  let at = 0;
  for (;;) {
    const sign = mark ? mark(at) : null;
    const place = address(at);
    const next = sign && (!place || sign.index < place.index) ? sign : place;
    if (!next) break;
    if (next.index > at) nodes.push(text.slice(at, next.index));
    const bare = next[0].replace(AFTER_ADDRESS, '');
    nodes.push(next === sign ? el(SIGNS[sign[1]], {}, ...marked(sign[2], signs.replace(sign[1], ''))) : link(bare));
    at = next.index + (next === sign ? sign[0].length : bare.length);
  }
  if (at < text.length) nodes.push(text.slice(at));
  return nodes;
}

/** Searches again only when the last find has been passed: a hostile text costs one search, not one for each piece. */
function finder(text, pattern) {
  let found;
  return (from) => {
    if (found === undefined || (found && found.index < from)) {
      pattern.lastIndex = from;
      found = pattern.exec(text);
    }
    return found;
  };
}

function pieces(text, pattern, inside, outside) {
  const parts = [];
  let rest = text;
  for (let found = pattern.exec(rest); found; found = pattern.exec(rest)) {
    parts.push(...outside(rest.slice(0, found.index)), ...inside(found));
    rest = rest.slice(found.index + found[0].length);
  }
  return [...parts, ...outside(rest)];
}
