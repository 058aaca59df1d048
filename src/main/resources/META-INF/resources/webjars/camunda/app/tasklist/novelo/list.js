// Tasklist's list, asked anew when something has happened instead of every ten seconds.

import { onEvent } from '../../../../novelo/live.js';
import '../../../../novelo/attention.js';
import '../../../../novelo/lines.js';
import '../../../../novelo/presence.js';
import { isManager } from './people.js';

const CHANGES = ['task.created', 'task.assigned', 'task.ended', 'live.open'];

/** A burst of tickets is one look; the first is shown at once. */
const REST_MILLIS = 600;

/** Without a live stream the list is asked this often; Tasklist's own way would be every ten seconds. */
const FALLBACK_MILLIS = 15_000;

/** Due dates pass without any event. */
const HEAL_MILLIS = 60_000;

let data = null;
let resting = null;
let again = false;

export default function list() {
  return { id: 'novelo-live-list', pluginPoint: 'tasklist.list', priority: 0, render };
}

function render(node, { api }, scope) {
  document.body.classList.toggle('novelo-plain', !scope.$root.authentication?.canAccess('admin'));
  const mine = scope.tasklistData;
  data = mine;
  const lines = document.createElement('novelo-lines');
  lines.manager = isManager(api, scope.$root.authentication?.name);
  lines.me = scope.$root.authentication?.name;
  const attention = document.createElement('novelo-attention');
  Object.assign(attention, { me: lines.me, manager: lines.manager, show });
  node.append(document.createElement('novelo-presence'), attention, lines);
  let lost = false;
  const leave = onEvent((event) => {
    if (event.type === 'live.lost') lost = true;
    if (event.type === 'live.open') lost = false;
    if (CHANGES.includes(event.type)) refreshList();
  });
  const fallback = setInterval(() => lost && refreshList(), FALLBACK_MILLIS);
  const healing = setInterval(() => document.hidden || refreshList(), HEAL_MILLIS);
  window.addEventListener('focus', refreshList);
  scope.$on('$destroy', () => {
    window.removeEventListener('focus', refreshList);
    leave();
    clearInterval(fallback);
    clearInterval(healing);
    if (data === mine) data = null; // the next list may be there before the last one goes
  });
}

/** The address is Tasklist's own way to a task; what filters the list stays in it. */
function show(task) {
  const query = new URLSearchParams(location.hash.split('?')[1] ?? '');
  query.set('task', task);
  location.hash = `#/?${query}`;
}

export function refreshList() {
  if (resting) {
    again = true;
    return;
  }
  again = false;
  data?.changed('taskList');
  resting = setTimeout(() => {
    resting = null;
    if (again) refreshList();
  }, REST_MILLIS);
}
