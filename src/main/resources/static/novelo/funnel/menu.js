// The menu "Move to…" of a card.

import { el } from '../dom.js';
import { t } from '../texts.js';
import { STAGES, nameOf, stageName } from './says.js';

const ROOM_PIXELS = 8;

/** @param anchor what it stands beside. @param choose hears the stage */
export function moveMenu(root, item, anchor, choose) {
  const items = STAGES.filter((stage) => stage !== item.stage)
    .map((stage) => el('button', { type: 'button', role: 'menuitem', class: `to ${stage}`, 'data-stage': stage, onclick: () => {
      menu.close();
      choose(stage);
    } }, stageName(stage)));
  const menu = el('dialog', { class: 'menu', 'aria-label': t('lead.moveName', nameOf(item)), onclose: () => menu.remove(), onclick: ({ target }) => target === menu && menu.close(), onkeydown: (event) => step(event, items, root) },
    el('p', { class: 'title', 'aria-hidden': 'true' }, t('lead.move')), el('div', { role: 'menu', 'aria-label': t('lead.move') }, ...items));
  root.append(menu);
  menu.showModal();
  stand(menu, anchor.getBoundingClientRect());
  items[0].focus();
}

function step(event, items, root) {
  const at = items.indexOf(root.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items[(to + items.length) % items.length].focus();
}

/** Within the window, whichever corner the card stands in. */
function stand(menu, beside) {
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(ROOM_PIXELS, Math.min(beside.right - width, window.innerWidth - width - ROOM_PIXELS))}px`;
  menu.style.top = `${Math.max(ROOM_PIXELS, Math.min(beside.bottom + 4, window.innerHeight - height - ROOM_PIXELS))}px`;
}
