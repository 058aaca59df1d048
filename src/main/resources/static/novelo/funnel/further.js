// Cards of a stage beyond those that come with the board.

import { get } from '../api.js';

/** As the server takes it. */
const PAGE = 200;

/** @param column as the board has it; it is brought to so many cards, as far as there are any. @param question what the board was asked for */
export async function fill(column, many, question) {
  while (column.next && column.cards.length < many) {
    const limit = Math.min(PAGE, many - column.cards.length);
    const page = await get(`leads/board/${column.stage}?${question}&limit=${limit}&after=${encodeURIComponent(column.next)}`);
    column.cards.push(...page.items);
    column.next = page.next;
  }
}

/** What was moved while page after page was asked for stands where it came first. */
export function once(columns) {
  const seen = new Set();
  for (const column of columns) column.cards = column.cards.filter(({ number }) => !seen.has(number) && seen.add(number));
}
