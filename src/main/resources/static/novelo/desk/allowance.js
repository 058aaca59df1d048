// What is left of the messages that WhatsApp lets a line send free of charge in a month.

import { get } from '../api.js';
import { el } from '../dom.js';
import { count } from '../numbers.js';
import { t } from '../texts.js';

const KINDS = { 80: 'warn', 100: 'bad' };

/** @returns by the lines' ids; nothing where nobody may know, or the server cannot tell just now */
export async function allowances() {
  const { items } = await get('allowances').catch(() => ({ items: [] }));
  return new Map(items.map((one) => [one.line, one]));
}

export function allowance({ free, used, level }) {
  if (free === null) return el('span', {}, t('cost.unlimited', count(used)));
  const share = Math.min(100, Math.round((used / Math.max(1, free)) * 100));
  const bar = el('i');
  bar.style.width = `${share}%`;
  return el('div', { class: 'left' },
    el('div', { class: `bar ${KINDS[level] ?? ''}`, role: 'img', 'aria-label': t('cost.share', share) }, bar),
    el('span', {}, t('cost.used', count(used), count(free))));
}
