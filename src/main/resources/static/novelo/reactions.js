// Emoji that hang on a message.

import { el } from './dom.js';
import { t } from './texts.js';
import { plain } from './words.js';

/** Our own can be taken back with a press. */
export function hanging(message, around) {
  const { reactions } = message;
  if (!reactions?.length) return [];
  return [el('div', { class: 'reactions', role: 'group', 'aria-label': t('reaction.label') }, ...reactions.map((one) => hung(one, message, around)))];
}

function hung({ emoji, by, name }, message, around) {
  const ours = by !== 'CUSTOMER';
  const who = plain(name) || (ours ? t('card.us') : around.customer);
  const words = t('reaction.by', emoji, who);
  if (!ours) return el('span', { class: 'reaction', role: 'img', 'aria-label': words, title: words }, emoji);
  return el('button', { type: 'button', class: 'reaction ours', 'aria-label': `${words}. ${t('reaction.take')}`, title: `${words}\n${t('reaction.take')}`, onclick: (event) => around.act('unreact', message, event.currentTarget) }, emoji);
}

/** @returns the emoji that we have hung on it, if any: there is only one */
export function ourReaction({ reactions }) {
  return reactions?.find(({ by }) => by !== 'CUSTOMER')?.emoji ?? null;
}
