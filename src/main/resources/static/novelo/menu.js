// The way from Camunda's web applications to our own pages and back.

import { forgetSession, session } from './api.js';
import { el } from './dom.js';
import { t } from './texts.js';

export const PAGE = new URL('../desk/channel', import.meta.url).href;
const PEOPLE = new URL('../desk/people', import.meta.url).href;

/** Where a reader wanted to go who had to log in first; this tab only. */
const BACK = 'novelo.back';

/** What the pages have, for places where there is room to say so. */
const PARTS = [
  ...['lines', 'templates', 'texts', 'consents', 'cost', 'imports'].map((key) => ({ page: PAGE, key })),
  ...['people', 'absences', 'queues', 'skills', 'calendars'].map((key) => ({ page: PEOPLE, key })),
];

/** An entry of a menu, for managers and administrators; whoever logs in anew is asked for anew. */
export function menuEntry(node) {
  return forManagers(node, () => el('span', {},
    el('a', { href: PAGE, class: 'novelo-entry' }, t('desk.title')), ' ', el('a', { href: PEOPLE, class: 'novelo-entry' }, t('people.title'))));
}

/** An entry for each of its parts. */
export function menuEntries(node) {
  return forManagers(node, () => el('ul', { class: 'novelo-entries' },
    ...PARTS.map(({ page, key }) => el('li', {}, el('a', { href: `${page}#${key}` }, t(`desk.nav.${key}`))))));
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
  if (wanted?.startsWith(PAGE) || wanted?.startsWith(PEOPLE)) location.replace(wanted);
}
