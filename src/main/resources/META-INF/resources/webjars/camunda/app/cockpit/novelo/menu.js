// In Cockpit's menu: our own pages. Cockpit loads this file as its configuration says (scripts/config.js).

import { menuEntry } from '../../../../novelo/menu.js';
import { loadTexts } from '../../../../novelo/texts.js';

await loadTexts();

/** Entries below zero hide behind "More". */
const LAST = 0;

export default { id: 'novelo-menu', pluginPoint: 'cockpit.navigation', priority: LAST, render: (node) => menuEntry(node), properties: { checkActive: () => false } };
