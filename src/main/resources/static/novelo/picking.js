// The emoji picker between thread and composer, for both of them.

import './emoji.js';
import { el } from './dom.js';

export class Picking {
  #picker = el('novelo-emoji', { hidden: true, onpick: ({ detail }) => this.#done(detail), onleave: () => this.#done(null) });
  #then = null;

  element = el('div', { class: 'picking' }, this.#picker);

  /** @param trying runs what may fail, and says so */
  constructor(trying) {
    this.trying = trying;
  }

  /** @param then hears the emoji, or null if none was picked */
  open(chosen, then) {
    this.#then = then;
    this.#picker.hidden = false;
    this.#picker.open(chosen);
  }

  #done(emoji) {
    if (!this.#then) return;
    const then = this.#then;
    this.#then = null;
    this.#picker.hidden = true;
    this.trying(async () => then(emoji));
  }
}
