// What became of a message of ours that did not simply arrive, and what can be done about it.

import { el } from './dom.js';
import { has, named, numbered, t } from './texts.js';

export function outcome(message, around) {
  if (message.status === 'UNKNOWN') return undecided(message, around);
  if (message.status !== 'FAILED' && message.status !== 'CANCELLED') return null;
  const [error] = message.errors ?? [];
  return el('div', { class: 'trouble' },
    el('span', {}, named('status', message.status), error && `: ${inPlainWords(error)}`),
    around.again ? repeated(around) : again(message, around));
}

/** Nobody but a person can know: whoever sees the conversation may ask the customer and say so. */
function undecided(message, around) {
  const decide = (sent) => ({ currentTarget }) => around.act(sent ? 'arrived' : 'lost', message, currentTarget);
  return el('div', { class: 'trouble unsure' },
    el('span', {}, t('status.UNKNOWN')),
    el('div', { class: 'ask', role: 'group', 'aria-label': t('outcome.ask') },
      el('small', {}, t('outcome.ask')),
      el('button', { type: 'button', class: 'plain', title: t('outcome.arrivedHint'), onclick: decide(true) }, t('outcome.arrived')),
      el('button', { type: 'button', class: 'plain', title: t('outcome.lostHint'), onclick: decide(false) }, t('outcome.lost'))));
}

/** The new message says what became of it; this one only that there is one. */
function repeated({ again: newer, act }) {
  return el('button', { type: 'button', class: 'quiet', onclick: () => act('jump', newer) }, t('message.sentAgain'));
}

/** A process repeats by its own rules. */
function again(message, around) {
  if (message.author.type !== 'AGENT') return null;
  return el('button', { type: 'button', class: 'plain again', onclick: (event) => around.act('again', message, event.currentTarget) }, t('message.again'));
}

/** What we ourselves have not let go carries no code; its words are known by themselves. */
function inPlainWords(error) {
  const own = `reason.${String(error.title).toLowerCase().replace(/[^a-z]+/g, '-')}`;
  const key = has(own) ? own : numbered('error', error.code);
  return key ? t(key) : t('error.other', [error.title, error.details].filter(Boolean).join(' – ') || error.code);
}
