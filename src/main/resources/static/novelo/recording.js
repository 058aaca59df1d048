// The button that records a voice message, and what takes the place of the row while it does.

import { el, icon } from './dom.js';
import './recorder.js';
import { t } from './texts.js';

export class Recording {
  button = el('button', { type: 'button', class: 'send voice', onclick: () => this.#begin() }, icon('audio'));
  element = el('novelo-recorder', { hidden: true, onrecorded: ({ detail }) => this.#end(() => this.on.recorded(detail)), onleave: () => this.#end(this.on.left) });

  /**
   * @param row hidden meanwhile
   * @param on `{recorded(file), left(), failed(words)}`; `failed(null)` takes the words away
   */
  constructor(row, on) {
    this.row = row;
    this.on = on;
  }

  speak() {
    this.button.title = t('voice.record');
    this.button.setAttribute('aria-label', t('voice.record'));
  }

  async #begin() {
    this.on.failed(null);
    try {
      await this.element.begin();
      this.row.hidden = true;
    } catch ({ message }) {
      this.on.failed(message);
    }
  }

  #end(then) {
    this.row.hidden = false;
    then();
  }
}
