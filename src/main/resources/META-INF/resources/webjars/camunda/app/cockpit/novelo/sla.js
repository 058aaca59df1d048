// On Cockpit's dashboard: the board of service levels, for managers. Cockpit loads this file as its configuration says (scripts/config.js).

import { forgetSession, session } from '../../../../novelo/api.js';
import '../../../../novelo/sla.js';
import { loadTexts } from '../../../../novelo/texts.js';

await loadTexts();

/** Among other plugins; that they stand above Cockpit's own sections is a matter of styles (styles/user-styles.css). */
const FIRST = 100;

export default { id: 'novelo-sla', pluginPoint: 'cockpit.dashboard', priority: FIRST, render, unmount };

let board = null;

/** Whoever may not see it has no empty place either. */
async function render(node) {
  forgetSession(); // somebody else may have logged in
  const { user, manager } = await session().catch(() => ({}));
  if (!manager) {
    const row = node.closest('.deprecate-dashboard-view');
    const section = node.closest('section');
    const alone = section?.querySelectorAll('.deprecate-dashboard-view').length === 1;
    (alone ? section : row)?.style.setProperty('display', 'none');
    return;
  }
  board = document.createElement('novelo-sla');
  board.me = user;
  node.append(board);
}

function unmount() {
  board?.remove();
}
