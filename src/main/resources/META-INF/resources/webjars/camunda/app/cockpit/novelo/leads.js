// On Cockpit's dashboard: leads without a next step, and those lost without follow-up, for managers. Cockpit loads this file as
// its configuration says (scripts/config.js).

import { forgetSession, session } from '../../../../novelo/api.js';
import '../../../../novelo/leads.js';
import { loadTexts } from '../../../../novelo/texts.js';

await loadTexts();

/** After the board of service levels. */
const SECOND = 90;

export default { id: 'novelo-leads', pluginPoint: 'cockpit.dashboard', priority: SECOND, render, unmount };

let leads = null;

/** Whoever may not see it has no empty place either. */
async function render(node) {
  forgetSession(); // somebody else may have logged in
  const { manager } = await session().catch(() => ({}));
  if (!manager) {
    node.closest('.deprecate-dashboard-view')?.style.setProperty('display', 'none');
    return;
  }
  leads = document.createElement('novelo-leads');
  node.append(leads);
}

function unmount() {
  leads?.remove();
}
