// On Cockpit's dashboard: the board of service levels, for managers. Cockpit loads this file as its configuration says (scripts/config.js).

import { forgetSession, session } from '../../../../novelo/api.js';
import '../../../../novelo/sla.js';
import { loadTexts } from '../../../../novelo/texts.js';

await loadTexts();

/** Above what Cockpit itself shows, whose highest is 10: this is what a manager has come for. */
const FIRST = 100;

export default { id: 'novelo-sla', pluginPoint: 'cockpit.dashboard', priority: FIRST, render, unmount };

let board = null;

/** Whoever may not see it has no empty place either. */
async function render(node) {
  forgetSession(); // somebody else may have logged in
  const { user, manager } = await session().catch(() => ({}));
  const place = node.closest('.dashboard-row, section');
  if (place && !manager) place.style.display = 'none';
  if (!manager) return;
  board = document.createElement('novelo-sla');
  board.me = user;
  node.append(board);
}

function unmount() {
  board?.remove();
}
