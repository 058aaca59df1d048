// How a line stands with WhatsApp, in words: why it has stopped, and what a manager should see to before it does.

import { has, numbered, t } from './texts.js';
import { dayAndTime } from './time.js';
import { plain } from './words.js';

/** @returns lists of lines that stand still for one reason; who has switched one off knows it, until somebody waits for it */
export function stoppages(lines) {
  const together = new Map();
  for (const line of lines.filter(({ state, paused, waiting }) => state === 'PAUSED' && (paused.cause !== 'SWITCHED_OFF' || waiting > 0))) {
    const reason = [line.account.id, line.paused.cause, line.paused.code].join(' ');
    together.set(reason, [...(together.get(reason) ?? []), line]);
  }
  return [...together.values()];
}

/** Meta's own words follow where they may say more. */
export function why({ cause, code, why: words, until }) {
  if (cause === 'REFUSED') {
    const key = numbered('error', code);
    return key ? t(key) : t('error.other', plain(words));
  }
  return sentence(t(`line.cause.${cause}`), plain(words ?? ''), until);
}

/** What still lets a line send; one that stands still has one matter alone. */
export function hints(lines) {
  return lines.filter(({ state }) => state !== 'PAUSED').flatMap(({ name, warnings }) => warnings.map((warning) => ({ line: name, hint: hint(warning) })));
}

export function hint({ code, detail, until }) {
  const own = `line.warning.${code}.${detail}`;
  return has(own) ? sentence(t(own), '', until) : sentence(t(`line.warning.${code}`), plain(detail), until);
}

function sentence(text, words, until) {
  const more = words ? ` (${words})` : '';
  return `${text}${more}${until ? ` ${t('line.until', dayAndTime(until))}` : ''}`;
}
