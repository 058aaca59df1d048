// The tab "Conversation" of a task, the first of all.

import { Problem } from '../../../../novelo/api.js';
import '../../../../novelo/conversation.js';
import { t } from '../../../../novelo/texts.js';
import { refreshList } from './list.js';
import { isManager } from './people.js';

/** Before the form, which has 1000: Tasklist opens the tab of the highest priority. */
const BEFORE_FORM = 2000;

/** Less than this is no conversation any more; then the column scrolls. */
const LEAST_PIXELS = 240;
const FOOTER_PIXELS = 34;

/** The engine's door answers without our problem types. */
const REFUSALS = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not-found' };

export default function conversation() {
  return {
    id: 'novelo-conversation',
    pluginPoint: 'tasklist.task.detail',
    priority: BEFORE_FORM,
    properties: { label: t('tab.conversation') },
    render,
  };
}

function render(node, { api, taskId }, scope) {
  const element = document.createElement('novelo-conversation');
  const me = scope.$root.authentication.name;
  element.task = taskId;
  element.me = me;
  element.manager = isManager(api, me);
  element.claim = () => claim(api, taskId, me).then(() => reload(scope));
  element.addEventListener('taskchange', () => reload(scope));
  node.append(element);
  const fitted = fit(element);
  scope.$on('$destroy', () => {
    fitted.stop();
    element.remove();
  });
}

/** Through the engine's own door, like Tasklist's button, so that the same rules stand before both. */
async function claim(api, taskId, userId) {
  const answer = await fetch(`${api.engineApi}/task/${encodeURIComponent(taskId)}/claim`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? api.CSRFToken },
    body: JSON.stringify({ userId }),
  }).catch(() => { throw new Problem(0, {}); });
  if (answer.ok) return;
  const { type } = await answer.json().catch(() => ({}));
  throw new Problem(answer.status, { type: type === 'TaskAlreadyClaimedException' ? 'already-claimed' : REFUSALS[answer.status] });
}

/** Tasklist keeps its own picture of the task: assignee, buttons, whether the form may be filled in. */
function reload(scope) {
  scope.taskData?.changed('task');
  refreshList();
}

/** As high as the window allows: the composer is always in sight. */
function fit(element) {
  const size = () => {
    const top = element.getBoundingClientRect().top;
    element.style.height = `${Math.max(LEAST_PIXELS, window.innerHeight - top - FOOTER_PIXELS)}px`;
  };
  const head = new ResizeObserver(size);
  const above = document.querySelector('.task-card > header');
  if (above) head.observe(above);
  head.observe(document.body);
  window.addEventListener('resize', size);
  requestAnimationFrame(size);
  return {
    stop() {
      head.disconnect();
      window.removeEventListener('resize', size);
    },
  };
}
