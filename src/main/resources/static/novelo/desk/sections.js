// The parts of the page, in the order of the menu. Each is loaded when it is first opened.

export const SECTIONS = [
  { key: 'lines', sign: 'phone', load: () => import('./lines.js') },
  { key: 'templates', sign: 'template', load: () => import('./templates.js') },
  { key: 'texts', sign: 'letters', load: () => import('./catalogue.js') },
  { key: 'consents', sign: 'shield', load: () => import('./consents.js') },
  { key: 'cost', sign: 'coin', load: () => import('./cost.js') },
  { key: 'imports', sign: 'upload', load: () => import('./imports.js') },
];
