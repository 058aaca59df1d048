// In Tasklist's menu: the page for managers. Whoever has come from there only to log in goes back.

import { goBack, menuEntry } from '../../../../novelo/menu.js';

export default function menu() {
  return { id: 'novelo-menu', pluginPoint: 'tasklist.navbar.action', priority: 100, render };
}

function render(node) {
  goBack();
  menuEntry(node);
}
