// The page for managers and administrators: its texts first, or every word would be drawn twice.

import { session } from '../api.js';
import { loadTexts, t } from '../texts.js';
import { Desk } from './desk.js';

session().catch(() => {}); // asked for at the same time; the page itself says what is wrong
await loadTexts();
document.title = `${t('desk.title')} · Novelo`;
document.documentElement.lang = t('desk.language');
document.body.replaceChildren(new Desk());
