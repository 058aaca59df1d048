// A clock as a row: whose case, what was promised until when, who has it, and what a manager can do.

import { el, icon } from './dom.js';
import { named, t } from './texts.js';
import { exactly, now, when, workingSpan } from './time.js';
import { plain } from './words.js';

const TASKLIST = new URL('../camunda/app/tasklist/default/', import.meta.url).href;
const COCKPIT = new URL('../camunda/app/cockpit/default/', import.meta.url).href;

/** @returns what stands above the columns */
export function columns(tab) {
  const doings = tab === 'late' ? [] : [''];
  return [t('sla.case'), t('sla.clock'), t('sla.due'), ...(tab === 'late' ? [t('sla.ended')] : []), t('sla.queueAndOwner'), ...doings];
}

/** @param around `{me, queueName, ownerName, deeds}` */
export function row(tab, item, around) {
  return el('tr', { 'data-case': item.caseNumber, 'data-metric': item.metric },
    el('th', { scope: 'row' }, whose(item, around.me), el('small', {}, item.caseNumber, urgent(item) && [' · ', el('span', { class: 'prio' }, named('priority', item.priority))])),
    el('td', {}, clock(item)),
    el('td', { class: 'nowrap' }, el('time', { datetime: item.dueAt, title: exactly(item.dueAt) }, when(item.dueAt)), tab !== 'late' && left(item)),
    tab === 'late' && el('td', { class: 'nowrap' }, el('time', { datetime: item.endedAt, title: exactly(item.endedAt) }, when(item.endedAt)), left(item),
      item.state === 'CANCELLED' && el('small', {}, t('sla.takenAway'))),
    el('td', { dir: 'auto' }, plain(around.queueName(item.queue)), el('small', { dir: 'auto' }, plain(around.ownerName(item.owner)))),
    tab !== 'late' && el('td', { class: 'doings' }, ...around.deeds(item)));
}

const urgent = ({ priority }) => priority === 'HIGH' || priority === 'URGENT';

/**
 * In Tasklist where the case has a task, and in this window: what a page of the webapps opens is as shut in as they are, and is
 * refused. What waits or has ended is shown as it was said.
 */
function whose({ id, customer, caseNumber, task, conversation }, me) {
  const name = plain(customer?.name) || caseNumber;
  if (task) return el('a', { 'data-key': `case-${id}`, href: `${TASKLIST}#/?task=${encodeURIComponent(task)}`, dir: 'auto', title: t('sla.openCase') }, name);
  if (!conversation) return el('span', { dir: 'auto' }, name);
  return el('button', { type: 'button', 'data-key': `case-${id}`, class: 'name', dir: 'auto', title: t('sla.openConversation'), onclick: async () => (await import('./aside.js')).openConversation({ conversation, name, me, manager: true }, () => {}) }, name);
}

/** Cockpit's community edition shows no instance that has ended. */
function clock({ id, metric, boardInstanceId, open }) {
  const name = named('metric', metric);
  if (!open || !boardInstanceId) return name;
  return el('a', { 'data-key': `clock-${id}`, href: `${COCKPIT}#/process-instance/${encodeURIComponent(boardInstanceId)}/runtime`, title: t('sla.openClock') }, icon('open'), name);
}

/** Working time. What is due after hours has none of it left, and is not late yet. */
function left({ state, open, dueAt, remainingMinutes, pausedAt, pausedFor }) {
  if (remainingMinutes === null) return null;
  const words = workingSpan(Math.abs(remainingMinutes));
  if (state === 'PAUSED') return el('small', {}, t('sla.paused', words), el('br'), t('sla.pausedSince', when(pausedAt), named('sla.pausedFor', pausedFor)));
  if (!open || Date.parse(dueAt) <= now()) return el('small', { class: 'late' }, t(open ? 'sla.late' : 'sla.wasLate', words), open && pausedAt && [' · ', t('sla.waits')]);
  return el('small', { class: 'soon' }, t('sla.left', words));
}
