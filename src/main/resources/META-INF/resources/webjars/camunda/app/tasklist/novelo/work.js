// The tasks of our read model for the cards of the list: one question for all of them, not one for each.

import { get } from '../../../../novelo/api.js';
import { onEvent } from '../../../../novelo/live.js';

const GATHER_MILLIS = 150;

/** The most that one page gives; what is not among it is asked for one by one. */
const PAGE = 200;

class Work {
  #shown = new Map();
  #known = new Map();
  #gathering;
  #leave;

  /** Shows a task now, if known, and whenever it changes. @returns how to stop */
  of(taskId, show) {
    const entry = { taskId, show };
    this.#shown.set(entry, taskId);
    if (this.#known.has(taskId)) show(this.#known.get(taskId));
    this.#ask();
    this.#leave ??= onEvent(() => this.#ask());
    return () => {
      this.#shown.delete(entry);
      if (this.#shown.size === 0) this.#rest();
    };
  }

  #rest() {
    this.#leave?.();
    this.#leave = undefined;
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
  }

  #ask() {
    this.#gathering ??= setTimeout(() => this.#fetch(), GATHER_MILLIS);
  }

  async #fetch() {
    this.#gathering = undefined;
    const wanted = new Set(this.#shown.values());
    if (wanted.size === 0) return;
    const page = await get(`work?view=all&limit=${PAGE}`).catch(() => null);
    if (!page) return;
    this.#known = new Map(page.items.map((item) => [item.taskId, item]));
    const missing = page.next ? [...wanted].filter((id) => !this.#known.has(id)) : [];
    const found = await Promise.allSettled(missing.map((id) => get(`work/tasks/${encodeURIComponent(id)}`)));
    for (const { status, value } of found) if (status === 'fulfilled') this.#known.set(value.taskId, value);
    for (const [{ show }, id] of this.#shown) if (this.#known.has(id)) show(this.#known.get(id));
  }
}

export const work = new Work();
