// What a reader does with a message that stands in the thread.

import { get, post } from './api.js';
import { ourReaction } from './reactions.js';

/** Each takes the page's parts and the message; what it throws is said above the composer. */
const DEEDS = {
  reply: ({ composer }, message) => composer.replyTo(message),
  react: (parts, message) => pick(parts, message),
  unreact: (parts, message) => react(parts, message, null),
  arrived: (parts, message) => settle(parts, message, true),
  lost: (parts, message) => settle(parts, message, false),

  async again({ thread, history }, message) {
    const repeat = await post(`${history.root}/${encodeURIComponent(message.id)}/again`);
    thread.add([repeat]);
    thread.toEnd();
  },

  async fetch({ history }, message) {
    await post(`media/${encodeURIComponent(message.media.id)}/fetch`);
    await history.again(message.id);
  },

  /** Only managers are shown it, and the server keeps who looked. */
  async original({ thread, history }, message) {
    thread.add([await get(`${history.root}/${encodeURIComponent(message.id)}?audit=true`)]);
  },
};

/** @param parts `{thread, composer, history, sending, emoji}` */
export async function deed(what, parts, message, from) {
  const busy = from?.tagName === 'BUTTON' ? from : null;
  if (busy) busy.disabled = true;
  try {
    await DEEDS[what]?.(parts, message);
  } finally {
    if (busy) busy.disabled = false;
  }
}

async function settle({ history }, message, sent) {
  await post(`${history.root}/${encodeURIComponent(message.id)}/outcome`, { sent });
  await history.again(message.id);
}

function pick({ emoji, thread, ...parts }, message) {
  emoji.open(ourReaction(message), (chosen) => {
    thread.jumpTo(message.id);
    return chosen && react({ thread, ...parts }, message, chosen === ourReaction(message) ? null : chosen);
  });
}

async function react({ sending, history }, message, emoji) {
  await sending.send({ kind: 'reaction', content: { target: message.providerId, emoji } });
  await history.again(message.id);
}
