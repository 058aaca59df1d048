// The pages for managers and administrators: its texts first, or every word would be drawn twice.

import { session } from '../api.js';
import { loadTexts, t } from '../texts.js';
import { Desk } from './desk.js';
import { PAGES } from './sections.js';

session().catch(() => {}); // asked for at the same time; the page itself says what is wrong
await loadTexts();
const page = PAGES.find(({ name }) => location.pathname.endsWith(`/${name}`)) ?? PAGES[0];
document.title = `${t(`${page.texts}.title`)} · Novelo`;
document.documentElement.lang = t('desk.language');
document.body.replaceChildren(new Desk(page));
