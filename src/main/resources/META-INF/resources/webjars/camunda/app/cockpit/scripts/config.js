// Shadows the web application's own copy.
export default {
  app: { name: 'Cockpit', vendor: 'Novelo' },
  disableWelcomeMessage: true,
};
