// Shadows the web application's own copy. `shortcuts` is Camunda's, unchanged: without it Tasklist does not start.
// What a slow line or a busy server has not brought within seven seconds is waited for: without this the page stays empty.
globalThis.require?.config?.({ waitSeconds: 0 });

export default {
  app: { name: 'Tasklist', vendor: 'Novelo' },
  disableWelcomeMessage: true,
  customScripts: ['novelo/plugins.js'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the start process modal dialog' },
  },
};
