// The messages of a conversation in their order, with the days between them.

import { dayOf } from './time.js';

/** One author's messages within this time share one name. */
const TOGETHER_MILLIS = 5 * 60_000;

/** What only tells that another message has changed: that one shows it, once it is there. */
const CHANGES = ['edit', 'revocation', 'reaction'];

/** @returns `{day}`, `{past}`: whether what follows was imported, or `{message, first, quoted, again}`, as they stand */
export function timeline(messages) {
  const ordered = [...messages].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.seq - b.seq);
  const byProvider = new Map(ordered.filter((m) => m.providerId).map((m) => [m.providerId, m]));
  const repeats = new Map(ordered.filter((m) => m.againOf).map((m) => [m.againOf, m]));
  const shown = [];
  let before;
  for (const message of ordered.filter((one) => !isOnlyAChange(one, byProvider))) {
    const past = Boolean(message.imported);
    const other = past !== Boolean(before?.imported);
    const newDay = !before || other || dayOf(before.at) !== dayOf(message.at);
    if (other) shown.push({ past, before: before?.id });
    if (newDay) shown.push({ day: message.at, before: other ? before?.id : undefined });
    const quoted = message.replyTo ? byProvider.get(message.replyTo) : undefined;
    shown.push({ message, first: newDay || !together(before, message), quoted, again: repeats.get(message.id) });
    before = message;
  }
  return shown;
}

/** One that failed can be sent again, and one that nobody can read says so. */
function isOnlyAChange({ content, text, status }, byProvider) {
  if (!CHANGES.includes(content?.type) || status === 'FAILED' || status === 'CANCELLED') return false;
  return byProvider.has(content.target) && (content.type !== 'edit' || Boolean(text || content.content));
}

function together(before, message) {
  return before.direction === message.direction && before.author.type === message.author.type && before.author.id === message.author.id
    && Date.parse(message.at) - Date.parse(before.at) < TOGETHER_MILLIS;
}

/** @returns the newest message of the customer, or undefined; what was imported has been read long ago */
export function newestInbound(messages) {
  let newest;
  for (const one of messages) {
    if (one.direction === 'IN' && !one.imported && (!newest || Date.parse(one.at) > Date.parse(newest.at) || (one.at === newest.at && one.seq > newest.seq))) newest = one;
  }
  return newest;
}
