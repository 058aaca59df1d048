// <novelo-promise>: nobody can read a voice note, so its sender is asked below it whether he promised something.

import { get, post } from './api.js';
import { el, shadow } from './dom.js';
import look from './look.css.js';
import { inPlainWords } from './problems.js';
import { t } from './texts.js';
import { when } from './time.js';

const FRESH_MILLIS = 2_000;

const CSS = `${look}
  :host { display: block; font-size: 12.5px; margin-top: 4px; }
  :host([hidden]) { display: none; }
  form, div { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 6px; }
  input { flex: 1 1 18ch; font: inherit; padding: 3px 6px; border: 1px solid var(--line); border-radius: 4px; }
  small { flex-basis: 100%; }
`;

const asked = new Map();
const drafts = new Map();

/** Notes of the conversation that wait for an answer; several below each other ask once. */
function open(conversation) {
  const known = asked.get(conversation);
  if (known && Date.now() - known.at < FRESH_MILLIS) return known.notes;
  const notes = get(`follow-ups/voice-notes?conversation=${conversation}`).then(({ items }) => new Set(items.map(({ message }) => message)));
  asked.set(conversation, { at: Date.now(), notes });
  return notes;
}

class Promised extends HTMLElement {
  #message;
  #root = null;

  about(message) {
    this.#message = message;
    this.hidden = true;
    return this;
  }

  async connectedCallback() {
    this.#root ??= shadow(this, CSS);
    try {
      const waits = (await open(this.#message.conversation)).has(this.#message.id);
      if (waits) this.#show();
    } catch { /* not worth a word: it is asked again with the next drawing */ }
  }

  #show() {
    this.hidden = false;
    this.#root.replaceChildren(drafts.has(this.#message.id) ? this.#form() : this.#question());
  }

  #question() {
    return el('div', { role: 'group', 'aria-label': t('promise.ask') }, el('span', {}, t('promise.ask')),
      el('button', { type: 'button', class: 'plain', onclick: () => {
        drafts.set(this.#message.id, '');
        this.#show();
        this.#root.querySelector('input').focus();
      } }, t('promise.yes')),
      el('button', { type: 'button', class: 'plain', onclick: () => this.#answer({ promised: false }) }, t('promise.no')));
  }

  #form() {
    const id = this.#message.id;
    const field = el('input', { 'aria-label': t('promise.what'), placeholder: t('promise.example'), oninput: ({ target }) => drafts.set(id, target.value) });
    field.value = drafts.get(id);
    return el('form', { onsubmit: (event) => {
      event.preventDefault();
      this.#answer({ promised: true, when: field.value });
    }, onkeydown: (event) => {
      event.stopPropagation(); // letters are words here, and no commands to the thread
      if (event.key !== 'Escape') return;
      drafts.delete(id);
      this.#show();
    } }, field, el('button', { type: 'submit', class: 'plain' }, t('remind.save')));
  }

  async #answer(answer) {
    const { id, conversation } = this.#message;
    try {
      const { followUp } = await post(`follow-ups/voice-notes/${id}`, answer);
      drafts.delete(id);
      (await open(conversation)).delete(id);
      if (!followUp) {
        this.hidden = true;
        return;
      }
      const { what, dueAt } = await get(`follow-ups/${followUp}`);
      this.#root.replaceChildren(el('div', { role: 'status' }, t('remind.planned', what || t('remind.this'), when(dueAt))));
    } catch (problem) {
      this.#root.querySelector('small')?.remove();
      this.#root.firstChild.append(el('small', { role: 'alert' }, problem.kind === 'bad-request' ? t('remind.when') : inPlainWords(problem)));
    }
  }
}

customElements.define('novelo-promise', Promised);

/** @returns the question below an own voice note; null below everything else */
export function promised(message, { me }) {
  const mine = message.author.type === 'AGENT' && message.author.id === me;
  const spoken = message.kind === 'audio' && message.content?.voice === true;
  return mine && spoken && message.seq !== Infinity && message.status !== 'FAILED' && message.status !== 'CANCELLED'
    ? document.createElement('novelo-promise').about(message) : null;
}
