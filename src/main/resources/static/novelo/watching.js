// What makes a page look again or come to the composer: events, the return to its window, the hour, and a key.

import { onEvent } from './live.js';

/** Countdowns go on by themselves; this only heals what no event told. */
const HEAL_MILLIS = 60_000;

export class Watching {
  #healing;
  #leave = () => {};

  /** @param on `{heard(event), look(), write()}` */
  constructor(on) {
    this.on = on;
  }

  begin() {
    this.#leave = onEvent(this.on.heard);
    this.#healing = setInterval(() => document.hidden || this.on.look(), HEAL_MILLIS);
    document.addEventListener('keydown', this.#pressed);
    window.addEventListener('focus', this.on.look);
  }

  stop() {
    this.#leave();
    clearInterval(this.#healing);
    document.removeEventListener('keydown', this.#pressed);
    window.removeEventListener('focus', this.on.look);
  }

  #pressed = (event) => {
    if (!event.ctrlKey || !event.altKey || event.code !== 'KeyM') return;
    event.preventDefault();
    this.on.write();
  };
}
