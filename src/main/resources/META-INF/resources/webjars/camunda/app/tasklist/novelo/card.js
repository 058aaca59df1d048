// In Tasklist's list: whose task it is and what was said last.

import '../../../../novelo/card.js';
import { work } from './work.js';

export default function card() {
  return { id: 'novelo-card', pluginPoint: 'tasklist.card', priority: 1000, render };
}

function render(node, { taskId }, scope) {
  const element = document.createElement('novelo-card');
  element.me = scope.$root.authentication?.name;
  node.append(element);
  scope.$on('$destroy', work.of(taskId, (item) => element.show(item)));
}
