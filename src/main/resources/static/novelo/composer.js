// <novelo-composer>: where the agent writes. What he has typed is never lost: it stays until the server has it.

import { el, icon, shadow } from './dom.js';
import css from './composer.css.js';
import { t } from './texts.js';

/** WhatsApp's limit of a text, in code points. */
const LONGEST = 4096;
const WARN_FROM = 300;

export class Composer extends HTMLElement {
  #key = '';
  #open = false;
  #busy = false;

  #text = el('textarea', { rows: '1', oninput: () => this.#typed(), onkeydown: (event) => this.#pressed(event) });
  #send = el('button', { type: 'button', class: 'send', onclick: () => this.#submit() }, icon('send'));
  #count = el('span', { class: 'count' });
  #hint = el('span', { class: 'hint' });
  #error = el('div', { class: 'error', role: 'alert', hidden: true });
  #note = el('span', { class: 'note', dir: 'auto', role: 'status' });
  #turn = el('div', { class: 'turn' }, this.#note);

  constructor() {
    super();
    shadow(this, css, this.#turn, this.#error,
      el('div', { class: 'row' }, this.#text, this.#send),
      el('div', { class: 'foot' }, this.#hint, this.#count));
  }

  /**
   * @param draft where the text is kept, in this browser tab only
   * @param customer whom one writes to
   */
  begin(draft, customer) {
    this.#key = `novelo.draft.${draft}`;
    this.#text.value = sessionStorage.getItem(this.#key) ?? '';
    this.#text.placeholder = t('write.placeholder', customer);
    this.#text.setAttribute('aria-label', t('write.label'));
    this.#send.title = t('write.send');
    this.#send.setAttribute('aria-label', t('write.send'));
    this.#hint.textContent = `${t('write.hint')} · ${t('write.key')}`;
    this.#typed();
  }

  /** @param state `{open, note, kind, actions: [{text, title, solid, act}]}`: whether one may write, and who has the word */
  set state({ open, note, kind, actions }) {
    this.#open = open;
    const shown = JSON.stringify([note, kind, actions.map(({ text }) => text)]);
    if (this.#turn.dataset.shown !== shown) {
      this.#turn.dataset.shown = shown;
      this.#turn.className = `turn ${kind}`;
      if (this.#note.textContent !== note) this.#note.textContent = note;
      while (this.#turn.lastChild !== this.#note) this.#turn.lastChild.remove();
      this.#turn.append(...actions.map((action) =>
        el('button', { type: 'button', class: action.solid ? 'solid' : 'plain', title: action.title, onclick: action.act }, action.text)));
    }
    this.#able();
  }

  set error(words) {
    this.#error.textContent = words ?? '';
    this.#error.hidden = !words;
  }

  focus() {
    this.#text.focus();
  }

  #able() {
    const length = [...this.#text.value].length;
    this.#text.disabled = !this.#open;
    this.#send.disabled = !this.#open || this.#busy || length > LONGEST || this.#text.value.trim() === '';
    this.#count.textContent = length > LONGEST ? t('write.tooLong', length - LONGEST)
      : LONGEST - length < WARN_FROM ? t('write.left', LONGEST - length) : '';
    this.#count.classList.toggle('bad', length > LONGEST);
  }

  #typed() {
    if (!this.#busy) this.#keep();
    this.#text.style.height = 'auto';
    this.#text.style.height = `${this.#text.scrollHeight + 2}px`;
    this.#able();
  }

  #keep() {
    if (this.#text.value === '') sessionStorage.removeItem(this.#key);
    else sessionStorage.setItem(this.#key, this.#text.value);
  }

  #pressed(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#submit();
    }
  }

  /** The listener of `send` answers through `detail.done(taken)`: whether the server has the text now. */
  #submit() {
    if (this.#send.disabled) return;
    const text = this.#text.value;
    this.#busy = true;
    this.#text.value = '';
    this.#typed();
    this.dispatchEvent(new CustomEvent('send', { detail: { text, done: (taken) => this.#done(text, taken) } }));
  }

  /** What was refused comes back, before whatever was typed meanwhile. */
  #done(text, taken) {
    this.#busy = false;
    if (!taken) this.#text.value = [text, this.#text.value].filter(Boolean).join('\n');
    this.#typed();
  }
}

customElements.define('novelo-composer', Composer);
