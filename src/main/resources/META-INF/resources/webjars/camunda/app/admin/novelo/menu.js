// Among Admin's sections: the page for managers. Admin loads this file as its configuration says (scripts/config.js).

import { PAGE, menuEntries } from '../../../../novelo/menu.js';
import { loadTexts, t } from '../../../../novelo/texts.js';

await loadTexts();

export default { id: 'novelo-menu', pluginPoint: 'admin.dashboard.section', priority: 0, render: (node) => menuEntries(node), properties: { label: t('desk.title'), pagePath: PAGE } };
