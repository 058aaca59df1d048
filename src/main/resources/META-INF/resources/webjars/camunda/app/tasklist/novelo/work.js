// The tasks of our read model for the cards of the list: one question for all of them, not one for each.

import { get } from '../../../../novelo/api.js';
import { onEvent } from '../../../../novelo/live.js';

/** The cards of a list are drawn one after the other, and events come in bursts. */
const GATHER_MILLIS = 50;

/** As many as one question may name; Tasklist shows fifteen. */
const MOST = 200;

class Work {
  #shown = new Map();
  #known = new Map();
  #wanted = new Set();
  #gathering;
  #leave;

  /** Shows a task now, if known, and whenever it changes. @returns how to stop */
  of(taskId, show) {
    const entry = { taskId, show };
    this.#shown.set(entry, taskId);
    if (this.#known.get(taskId)) show(this.#known.get(taskId));
    this.#ask(taskId);
    this.#leave ??= onEvent((event) => this.#heard(event));
    return () => {
      this.#shown.delete(entry);
      if (this.#shown.size === 0) this.#rest();
    };
  }

  /** A busy company has news all the time; only those of a shown task are worth a question. */
  #heard(event) {
    for (const id of new Set(this.#shown.values())) if (concerns(event, id, this.#known.get(id))) this.#ask(id);
  }

  #rest() {
    this.#leave?.();
    this.#leave = undefined;
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    this.#wanted.clear();
    this.#known.clear();
  }

  #ask(taskId) {
    this.#wanted.add(taskId);
    this.#gathering ??= setTimeout(() => this.#fetch(), GATHER_MILLIS);
  }

  async #fetch() {
    this.#gathering = undefined;
    const shown = new Set(this.#shown.values());
    const wanted = [...this.#wanted].filter((id) => shown.has(id)).slice(0, MOST);
    this.#wanted.clear();
    if (wanted.length === 0) return;
    const tasks = wanted.map((id) => `&task=${encodeURIComponent(id)}`).join('');
    const page = await get(`work?view=all&limit=${MOST}${tasks}`).catch(() => null);
    if (!page) return;
    for (const id of wanted) this.#known.set(id, page.items.find((item) => item.taskId === id) ?? null);
    for (const [{ show }, id] of this.#shown) if (wanted.includes(id) && this.#known.get(id)) show(this.#known.get(id));
  }
}

/** @param known as the read model has it; null if it has no such task, undefined if it was not asked yet */
function concerns(event, taskId, known) {
  return event.type === 'live.open' || known === undefined || event.task === taskId
    || (event.conversation !== undefined && event.conversation === known?.conversation?.id)
    || (event.case !== undefined && event.case === known?.case?.number);
}

export const work = new Work();
