// What became of something the reader has done: said for a moment at the edge, and what was refused in whole sentences.

import { el, icon } from '../dom.js';
import { inPlainWords } from '../problems.js';
import { has, t } from '../texts.js';

const SHOWN_MILLIS = 6_000;

/** @returns `{element, tell}`; a screen reader hears it too; `bad`: it was not done */
export function teller() {
  const element = el('div', { class: 'told', role: 'status', 'aria-live': 'polite' });
  let leaving;
  function tell(words, bad = false) {
    clearTimeout(leaving);
    element.replaceChildren(el('span', { class: bad ? 'bad' : null }, icon(bad ? 'failed' : 'tick'), words));
    leaving = setTimeout(() => element.replaceChildren(), SHOWN_MILLIS);
  }
  return { element, tell };
}

/** A refusal of the server in the reader's words, with a capital and by itself. */
export function inSentence(problem) {
  const words = has(`refused.${problem.kind}`) ? t(`refused.${problem.kind}`, problem.body?.detail ?? '') : inPlainWords(problem);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
