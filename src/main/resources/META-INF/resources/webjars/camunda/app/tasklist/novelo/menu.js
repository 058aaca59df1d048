// In Tasklist's menu: our own pages, and for whoever serves customers a conversation that we begin. Whoever has come
// from the page only to log in goes back.

import { forgetSession, get, session } from '../../../../novelo/api.js';
import { el } from '../../../../novelo/dom.js';
import { goBack, menuEntry } from '../../../../novelo/menu.js';
import { start } from '../../../../novelo/start.js';
import { t } from '../../../../novelo/texts.js';

export default function menu() {
  return [
    { id: 'novelo-start', pluginPoint: 'tasklist.navbar.action', priority: 150, render: begin },
    { id: 'novelo-menu', pluginPoint: 'tasklist.navbar.action', priority: 100, render },
  ];
}

async function render(node) {
  goBack();
  await menuEntry(node);
}

/** Designers and analysts write to nobody. */
async function begin(node) {
  forgetSession(); // somebody else may have logged in
  const [{ user, manager, roles }, { items: queues }] = await Promise.all([session(), get('queues')]).catch(() => [{ roles: [] }, { items: [] }]);
  const serves = manager || queues.some(({ id }) => roles.includes(id));
  const place = node.closest('li');
  if (place) place.style.display = serves ? '' : 'none';
  if (!serves) return;
  node.append(el('a', { href: '#', role: 'button', class: 'novelo-start', onclick: (event) => {
    event.preventDefault();
    event.stopPropagation(); // Angular would take it for a way to another page
    start({ me: user, manager });
  } }, t('start.title')));
}
