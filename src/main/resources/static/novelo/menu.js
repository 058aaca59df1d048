// The way from Camunda's web applications to our own page and back.

import { forgetSession, session } from './api.js';
import { el } from './dom.js';
import { t } from './texts.js';

export const PAGE = new URL('../desk/channel', import.meta.url).href;

/** Where a reader wanted to go who had to log in first; this tab only. */
const BACK = 'novelo.back';

/** What the page has, for places where there is room to say so. */
const PARTS = ['lines', 'templates', 'texts', 'consents', 'cost', 'imports'];

/** An entry of a menu, for managers and administrators; whoever logs in anew is asked for anew. */
export function menuEntry(node) {
  return forManagers(node, () => el('a', { href: PAGE, class: 'novelo-entry' }, t('desk.title')));
}

/** An entry for each of its parts. */
export function menuEntries(node) {
  return forManagers(node, () => el('ul', { class: 'novelo-entries' },
    ...PARTS.map((key) => el('li', {}, el('a', { href: `${PAGE}#${key}` }, t(`desk.nav.${key}`))))));
}

async function forManagers(node, entry) {
  forgetSession();
  const { manager } = await session().catch(() => ({}));
  if (manager) node.append(entry());
  const place = node.closest('li, section, .plugin');
  if (place) place.style.display = manager ? '' : 'none';
}

/** Remembers the page before somebody leaves it for the log-in. */
export function comingBack() {
  sessionStorage.setItem(BACK, location.href);
}

/** Once he has logged in; only to a page of ours. */
export function goBack() {
  const wanted = sessionStorage.getItem(BACK);
  sessionStorage.removeItem(BACK);
  if (wanted?.startsWith(PAGE)) location.replace(wanted);
}
