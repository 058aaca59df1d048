// What the channel tells of the customer, and telephone calls: lines in the middle of the thread.

import { el, icon } from './dom.js';
import { phoneNumber } from './numbers.js';
import { callInWords, minutes } from './said.js';
import { has, t } from './texts.js';

export function notice({ text, content }) {
  const { what, phone } = content;
  const known = has(`system.${what}`);
  const words = known ? t(`system.${what}`, phone ? phoneNumber(phone) : '') : text || t('kind.system');
  return [icon('info'), el('span', { dir: 'auto' }, words)];
}

/** A call that nobody took says what to do about it. */
export function call({ content, at }, { timeOf }) {
  const { outcome, fromCustomer, seconds } = content;
  const missed = fromCustomer && (outcome === 'missed' || outcome === 'declined');
  return [icon(missed ? 'missed' : 'call'),
    el('span', {}, el('strong', {}, callInWords(content)), ` ${timeOf(at)}`, seconds ? ` · ${minutes(seconds)}` : ''),
    missed && el('small', {}, t('call.back'))].filter(Boolean);
}
