// Shadows the web application's own copy.
// What a slow line or a busy server has not brought within seven seconds is waited for: without this the page stays empty.
globalThis.require?.config?.({ waitSeconds: 0 });

export default {
  app: { name: 'Cockpit', vendor: 'Novelo' },
  disableWelcomeMessage: true,
  customScripts: ['novelo/menu.js', 'novelo/sla.js', 'novelo/leads.js'],
};
