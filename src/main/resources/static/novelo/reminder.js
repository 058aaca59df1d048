// A line that begins with "lembrar", "remind" or "recordar" is for oneself and not for the customer: the bar above the field
// shows how its moment is understood, before Enter plans it.

import { newKey, post } from './api.js';
import { el, icon } from './dom.js';
import { inPlainWords } from './problems.js';
import { t } from './texts.js';
import { when } from './time.js';

const BEGINS = /^\s*(?:me\s+)?(?:lembrar|lembre(?:-me)?|remind(?:er)?(?:\s+me)?|recordar(?:me)?|recu[eé]rdame)(?=[\s:,]|$)/i;
const QUIET_MILLIS = 250;

/** @param planned hears that the line has become a reminder; `message` sends it to the customer all the same */
export function reminderBar({ planned, message }) {
  const words = el('span', { class: 'words', dir: 'auto', role: 'status' });
  const save = el('button', { type: 'button', class: 'solid', onclick: () => plan() });
  const send = el('button', { type: 'button', class: 'plain', onclick: message });
  const element = el('div', { class: 'reply remind', hidden: true }, icon('clock'), words, save, send);
  let line = '';
  let conversation = null;
  let timer;
  let key = newKey();
  let busy = false;

  function say(text, ready) {
    if (words.textContent !== text) words.textContent = text;
    save.hidden = !ready;
  }

  async function understand() {
    const text = line;
    try {
      const { what, dueAt, moved } = await post('follow-ups/when', { text, conversation });
      if (text === line) say([t('remind.understood', what || t('remind.this'), when(dueAt)), moved && t('remind.moved')].filter(Boolean).join(' · '), true);
    } catch (problem) {
      if (text === line) say(problem.kind === 'bad-request' ? t('remind.when') : inPlainWords(problem), false);
    }
  }

  async function plan() {
    if (busy) return;
    busy = true;
    try {
      const { what, dueAt } = await post('follow-ups', { conversation, when: line, source: 'composer' }, { 'Idempotency-Key': key });
      key = newKey();
      line = '';
      planned();
      element.hidden = false;
      element.classList.add('done');
      save.hidden = true;
      send.hidden = true;
      words.textContent = t('remind.planned', what || t('remind.this'), when(dueAt));
    } catch (problem) {
      say(problem.kind === 'bad-request' ? t('remind.when') : t('write.notDone', inPlainWords(problem)), true);
    } finally {
      busy = false;
    }
  }

  return {
    element,
    plan,
    /** Whether Enter plans a reminder now. */
    get active() { return line !== ''; },
    speak() {
      save.textContent = t('remind.save');
      send.textContent = t('remind.send');
    },
    /** @param text as it stands in the field @param id of the conversation */
    read(text, id) {
      const next = BEGINS.test(text) ? text : '';
      if (next === line && next !== '' || id === undefined) return;
      if (next === '' && text === '' && element.classList.contains('done')) return;
      clearTimeout(timer);
      line = next;
      conversation = id;
      element.hidden = line === '';
      element.classList.remove('done');
      send.hidden = false;
      if (line === '') return;
      say(t('remind.when'), false);
      timer = setTimeout(understand, QUIET_MILLIS);
    },
    clear() {
      clearTimeout(timer);
      line = '';
      element.hidden = true;
    },
  };
}
