// What a manager does with a case whose clock he looks at: gives it to somebody else, lets it go before others, calls for help.

import { post } from './api.js';
import { Form } from './desk/form.js';
import { el } from './dom.js';
import { named, t } from './texts.js';
import { plain } from './words.js';

const PRIORITIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'];

/** As the server takes it; characters. */
const LONGEST_NOTE = 2000;

/**
 * @param around `{queues, agents, told(words)}`
 * @returns a button for each
 */
export function deeds(root, item, around) {
  const button = (key, open) => el('button', { type: 'button', class: 'plain', 'data-deed': key, 'data-key': `${key}-${item.id}`, onclick: () => open(root, item, around) }, t(`sla.do.${key}`));
  return [button('give', give), button('raise', raise), button('help', help)];
}

const note = () => ({ name: 'note', label: t('sla.note'), kind: 'area', lines: 3, most: LONGEST_NOTE });
const path = ({ caseNumber }, what) => `cases/${encodeURIComponent(caseNumber)}/${what}`;

function give(root, item, { queues, agents, told }) {
  const people = agents.filter(({ id }) => id !== item.owner).map(({ id, name }) => ({ value: id, label: name }));
  const others = queues.filter(({ id }) => id !== item.queue || item.owner).map(({ id, name }) => ({ value: id, label: name }));
  const kinds = [people.length > 0 && 'agent', others.length > 0 && 'queue'].filter(Boolean).map((value) => ({ value, label: t(`sla.give.${value}`) }));
  dialog(root, item, 'give', [
    { name: 'to', label: t('sla.give.to'), kind: 'choice', options: kinds },
    { name: 'agent', label: t('sla.owner'), kind: 'choice', options: people, only: ({ to }) => to === 'agent' },
    { name: 'queue', label: t('sla.queue'), kind: 'choice', options: others, only: ({ to }) => to === 'queue' },
    note(),
  ], {}, async ({ to, agent, queue, note: words }) => {
    await post(path(item, 'transfer'), { [to]: to === 'agent' ? agent : queue, note: words || null });
    told(t('sla.done.give'));
  });
}

function raise(root, item, { told }) {
  const now = PRIORITIES.indexOf(item.priority);
  dialog(root, item, 'raise', [
    { name: 'priority', label: t('sla.priority'), kind: 'choice', options: PRIORITIES.filter((one) => one !== item.priority).reverse().map((value) => ({ value, label: named('priority', value) })) },
    note(),
  ], { priority: PRIORITIES[Math.min(PRIORITIES.length - 1, now + 1)] }, async ({ priority, note: words }) => {
    await post(path(item, 'priority'), { priority, note: words || null });
    told(t('sla.done.raise', named('priority', priority)));
  });
}

function help(root, item, { told }) {
  dialog(root, item, 'help', [note()], {}, async ({ note: words }) => {
    const { called } = await post(path(item, 'help'), { note: words || null });
    told(t(called ? 'sla.done.help' : 'sla.done.helpAlready'));
  });
}

/** @param act throws what the server refuses, which is said in the form */
function dialog(root, { customer, caseNumber }, key, fields, values, act) {
  const box = el('dialog', { 'aria-labelledby': 'deed', onclose: () => box.remove() });
  const form = new Form(fields, { values, label: t(`sla.go.${key}`), cancel: () => box.close(), save: async (wanted) => {
    await act(wanted);
    box.close();
  } });
  box.append(el('h2', { id: 'deed' }, t(`sla.ask.${key}`)), el('p', { dir: 'auto' }, `${plain(customer?.name) || ''} · ${caseNumber}`), el('p', {}, t(`sla.hint.${key}`)), form.element);
  root.append(box);
  box.showModal();
  form.focus();
}
