// The parts of the page, in the order of the menu. Each is loaded when it is first opened.

const SECTIONS = [
  { key: 'lines', sign: 'phone', load: () => import('./lines.js') },
  { key: 'templates', sign: 'template', load: () => import('./templates.js') },
  { key: 'texts', sign: 'letters', load: () => import('./catalogue.js') },
  { key: 'consents', sign: 'shield', load: () => import('./consents.js') },
  { key: 'cost', sign: 'coin', load: () => import('./cost.js') },
  { key: 'imports', sign: 'upload', load: () => import('./imports.js') },
];

const PEOPLE = [
  { key: 'people', sign: 'user', load: () => import('./people.js') },
  { key: 'absences', sign: 'pause', load: () => import('./absences.js') },
  { key: 'queues', sign: 'list', load: () => import('./queues.js') },
  { key: 'skills', sign: 'tick', load: () => import('./skills.js') },
  { key: 'calendars', sign: 'clock', load: () => import('./calendars.js') },
];

const FUNNEL = [
  { key: 'board', sign: 'list', load: () => import('./funnel.js') },
];

/** Our own pages, by the last part of their address; `texts` begins the keys of what each says of itself; those for `everybody` ask the server what the reader may see, the others are for managers. */
export const PAGES = [
  { name: 'channel', texts: 'desk', sections: SECTIONS },
  { name: 'people', texts: 'people', sections: PEOPLE },
  { name: 'funnel', texts: 'funnel', sections: FUNNEL, everybody: true },
];
