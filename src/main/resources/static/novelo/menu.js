// The way from Camunda's web applications to our own pages and back.

import { forgetSession, get, session } from './api.js';
import { el } from './dom.js';
import { t } from './texts.js';

export const PAGE = new URL('../desk/channel', import.meta.url).href;
const PEOPLE = new URL('../desk/people', import.meta.url).href;
const FUNNEL = new URL('../desk/funnel', import.meta.url).href;

/** Where a reader wanted to go who had to log in first; this tab only. */
const BACK = 'novelo.back';

/** What the pages have, for places where there is room to say so. */
const PARTS = [
  ...['lines', 'templates', 'texts', 'consents', 'cost', 'imports'].map((key) => ({ page: PAGE, key })),
  ...['people', 'absences', 'queues', 'skills', 'calendars'].map((key) => ({ page: PEOPLE, key })),
  { page: FUNNEL, key: 'board' },
];

/** Entries of a menu: the funnel for whoever serves customers, the others for managers. */
export async function menuEntry(node) {
  forgetSession(); // whoever logs in anew is asked for anew
  const { manager, roles = [] } = await session().catch(() => ({}));
  const serves = manager || (await get('queues').catch(() => ({ items: [] }))).items.some(({ id }) => roles.includes(id));
  const pages = [serves && [FUNNEL, 'funnel.title'], manager && [PAGE, 'desk.title'], manager && [PEOPLE, 'people.title']].filter(Boolean);
  shown(node, pages.length > 0, () => el('span', {}, ...pages.flatMap(([href, title]) => [el('a', { href, class: 'novelo-entry' }, t(title)), ' '])));
}

/** An entry for each of their parts, for managers. */
export async function menuEntries(node) {
  forgetSession();
  const { manager } = await session().catch(() => ({}));
  shown(node, manager, () => el('ul', { class: 'novelo-entries' },
    ...PARTS.map(({ page, key }) => el('li', {}, el('a', { href: `${page}#${key}` }, t(`desk.nav.${key}`))))));
}

function shown(node, wanted, entry) {
  if (wanted) node.append(entry());
  const place = node.closest('li, section, .plugin');
  if (place) place.style.display = wanted ? '' : 'none';
}

/** Remembers the page before somebody leaves it for the log-in. */
export function comingBack() {
  sessionStorage.setItem(BACK, location.href);
}

/** Once he has logged in; only to a page of ours. */
export function goBack() {
  const wanted = sessionStorage.getItem(BACK);
  sessionStorage.removeItem(BACK);
  if ([PAGE, PEOPLE, FUNNEL].some((page) => wanted?.startsWith(page))) location.replace(wanted);
}
