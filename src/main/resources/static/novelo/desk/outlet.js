// The room in which one view after the other is shown. What comes too late, because the reader has gone on, is not shown.

import { el } from '../dom.js';
import { t } from '../texts.js';
import { door } from './door.js';
import { inSentence } from './told.js';

const titleOf = (details) => details.querySelector('summary').textContent;

/** Faster than this nobody needs to be told to wait. */
const PATIENCE_MILLIS = 250;

export class Outlet {
  #shown = 0;
  #work = null;
  #showing = Promise.resolve();

  /** @param filled its `unsaved` tells whether what is shown must stay, because somebody is filling it in; each view sets its own */
  constructor(element, filled = { unsaved: () => false }) {
    this.element = element;
    this.filled = filled;
  }

  /** @param work makes the node, or throws a Problem */
  show(work) {
    this.#showing = this.#show(work, this.#next(work));
    return this.#showing;
  }

  async #show(work, mine) {
    const waiting = setTimeout(() => mine === this.#shown && this.element.replaceChildren(el('p', { class: 'waiting', role: 'status' }, t('desk.loading'))), PATIENCE_MILLIS);
    try {
      const node = await work();
      if (mine === this.#shown) this.element.replaceChildren(node);
    } catch (problem) {
      if (mine === this.#shown) this.element.replaceChildren(this.#trouble(problem));
    } finally {
      clearTimeout(waiting);
    }
    return mine === this.#shown;
  }

  /** The same once more; while it cannot be had the old picture stays. The cursor stays where it was, and what was unfolded. */
  async again() {
    await this.#showing;
    const mine = this.#next(this.#work);
    const { unsaved } = this.filled;
    const node = await Promise.resolve(this.#work()).catch(() => null); // the next event, or the reader, asks again
    if (mine !== this.#shown) return;
    if (!node || unsaved()) {
      this.filled.unsaved = unsaved;
      return;
    }
    const held = this.element.getRootNode().activeElement;
    const unfolded = this.#details().filter(({ open }) => open).map(titleOf);
    this.element.replaceChildren(node);
    for (const details of this.#details()) if (unfolded.includes(titleOf(details))) details.open = true;
    if (held && held !== this.element) this.#same(held)?.focus({ preventScroll: true });
  }

  /** @returns the element itself if it is still shown, else what stands in its place */
  #same(held) {
    if (this.element.contains(held)) return held;
    return [...this.element.querySelectorAll('[data-key]')].find(({ dataset }) => dataset.key === held.dataset.key);
  }

  #details() {
    return [...this.element.querySelectorAll('details')];
  }

  #next(work) {
    this.#work = work;
    this.#shown += 1;
    return this.#shown;
  }

  #trouble(problem) {
    if (problem.status === 401) return door();
    return el('div', { class: 'trouble', role: 'alert' },
      el('p', {}, problem.status === 404 ? t('desk.gone') : inSentence(problem)),
      problem.status !== 404 && el('button', { type: 'button', class: 'plain', onclick: () => this.show(this.#work) }, t('head.again')));
  }
}
