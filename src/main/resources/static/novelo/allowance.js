// What is left of a line's free messages: told to managers above the tasks, once each time that it gets serious.

import { get } from './api.js';
import { el } from './dom.js';
import { count } from './numbers.js';
import { t } from './texts.js';

/** A reader who has seen it is told again when more is used up, or next month. */
const key = ({ line, month, level }) => `novelo.allowance.${line}.${month}.${level}`;

/** A browser may keep nothing; then it is told again. */
function seen(allowance) {
  try {
    return localStorage.getItem(key(allowance)) !== null;
  } catch {
    return false;
  }
}

function see(allowance) {
  try {
    localStorage.setItem(key(allowance), '1');
  } catch { /* told again */ }
}

/** @return the lines whose free messages come to an end or have; nothing for those who cannot do anything about it */
export async function lowAllowances(manager) {
  if (!manager) return [];
  const { items } = await get('allowances').catch(() => ({ items: [] }));
  return items.filter((allowance) => allowance.level > 0 && !seen(allowance));
}

/** @param whenSeen after the reader has put it away */
export function allowanceStrip(allowance, whenSeen) {
  const { display, level, used, free, payment } = allowance;
  const unpaid = payment === 'MISSING';
  const put = () => {
    see(allowance);
    whenSeen();
  };
  return el('div', { class: unpaid ? 'strip' : 'strip unsure', role: 'status', 'data-allowance': level },
    el('strong', {}, t(`line.allowance${level}`, display, count(used), count(free))), '. ',
    el('span', {}, t(unpaid ? `line.unpaid${level}` : `line.paid${level}`)),
    el('div', {}, el('button', { type: 'button', class: 'plain', onclick: put }, t('line.seen'))));
}
