// What Novelo adds to Tasklist. Tasklist loads this file as its configuration says (scripts/config.js).

import { loadTexts } from '../../../../novelo/texts.js';
import card from './card.js';
import conversation from './conversation.js';
import list from './list.js';
import menu from './menu.js';

await loadTexts(); // Tasklist reads the tab's label only once

export default [conversation(), card(), list(), ...menu()];
