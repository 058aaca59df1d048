// The board of leads.

import '../funnel/board.js';

export default async function funnel(around) {
  const board = document.createElement('novelo-funnel');
  await board.begin(around);
  return board;
}
