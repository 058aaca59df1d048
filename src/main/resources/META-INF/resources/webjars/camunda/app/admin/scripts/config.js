// Shadows the web application's own copy.
export default {
  app: { name: 'Admin', vendor: 'Novelo' },
  disableWelcomeMessage: true,
};
