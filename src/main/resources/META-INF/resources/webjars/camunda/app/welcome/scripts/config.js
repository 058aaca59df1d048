// Shadows the web application's own copy.
export default {
  app: { name: 'Welcome', vendor: 'Novelo' },
  disableWelcomeMessage: true,
};
