// The customer's other threads, on whichever line and however long ago: who talks to him should know what else is said.

import { get } from './api.js';
import { el } from './dom.js';
import { t } from './texts.js';
import { dayAndTime } from './time.js';
import { plain } from './words.js';

/** More are found by the search for customers. */
const MOST = 5;

/** @returns what is said of the others of `view`'s customer that the reader may see, the newest first */
export async function otherThreads(view) {
  const { items } = await get(`conversations?customer=${encodeURIComponent(view.customer.id)}&limit=${MOST + 1}`);
  return items.filter(({ id }) => id !== view.id).slice(0, MOST);
}

/** @param about `{me, manager}`: who looks */
export function threadButtons(others, about) {
  return others.map((other) => el('button', { type: 'button', class: 'thread', dir: 'auto', onclick: () => open(other, about) }, name(other)));
}

function name({ line, state, lastMessageAt, case: number }) {
  const when = state === 'RESOLVED' ? t('head.threadResolved', dayAndTime(lastMessageAt)) : t('head.threadOpen');
  return [plain(line.name), number, when].filter(Boolean).join(' · ');
}

/** The dialog holds a head of its own. */
async function open({ id, customer }, about) {
  const { openConversation } = await import('./aside.js');
  openConversation({ conversation: id, name: plain(customer.name), ...about }, () => {});
}
