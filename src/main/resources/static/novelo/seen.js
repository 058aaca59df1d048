// Tells the customer's phone that his words were read, and that somebody is answering.

import { post } from './api.js';

/** WhatsApp shows "typing" for 25 seconds; a little before that it is said again. */
const TYPING_MILLIS = 20_000;

/** A thread that only flashes by was not read. */
const READING_MILLIS = 1_000;

export class Seen {
  #upTo = null;
  #typedAt = -Infinity;
  #timer;

  constructor(conversation) {
    this.root = `conversations/${conversation}`;
  }

  /** @param message id of the newest one of the customer that is before the reader's eyes */
  read(message) {
    if (this.#upTo === message) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(message), READING_MILLIS);
  }

  typing() {
    const at = performance.now();
    if (at - this.#typedAt < TYPING_MILLIS) return;
    this.#typedAt = at;
    post(`${this.root}/typing`).catch(() => {}); // a courtesy: nobody waits for it
  }

  stop() {
    clearTimeout(this.#timer);
  }

  async #tell(message) {
    if (document.hidden) return;
    try {
      await post(`${this.root}/read`, { upTo: message });
      this.#upTo = message;
    } catch { /* the next look tells it */ }
  }
}
