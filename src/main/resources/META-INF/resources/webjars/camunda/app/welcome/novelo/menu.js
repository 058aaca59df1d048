// On Welcome: our own pages. Welcome loads this file as its configuration says (scripts/config.js).

import { menuEntries, menuEntry } from '../../../../novelo/menu.js';
import { loadTexts } from '../../../../novelo/texts.js';

await loadTexts();

async function render(node) {
  await menuEntry(node);
  await menuEntries(node);
}

export default { id: 'novelo-menu', pluginPoint: 'welcome.dashboard', priority: 0, render };
