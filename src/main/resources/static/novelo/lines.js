// <novelo-lines>: what keeps messages from going out, which of them nobody knows about, and to managers quietly what may stop
// a line before long. It has no room while all is well.

import { allowanceStrip, lowAllowances } from './allowance.js';
import { get, post } from './api.js';
import { openConversation } from './aside.js';
import { el, shadow } from './dom.js';
import { onNews } from './live.js';
import look from './look.css.js';
import { hints, stoppages, why } from './standing.js';
import { t } from './texts.js';
import { plain } from './words.js';

/** What became of a message of unknown outcome has no event of its own. */
const LOOK_MILLIS = 30_000;

/** A line that stops delays many messages at once. */
const REST_MILLIS = 2_000;

const TELLING = ['live.open', 'line.stopped', 'line.resumed', 'line.changed', 'line.allowance', 'message.delayed', 'message.failed'];

const css = `${look}
  .strip { background: #fdeceb; color: #7c1b15; border-inline-start: 3px solid var(--bad); padding: 7px 10px; margin: 0 0 6px; font-size: 13px; overflow-wrap: anywhere; }
  .strip.unsure { background: #fff6e0; color: #6d4700; border-color: #c98a1b; }
  .strip.quiet { background: #f3f5f8; color: #4a5563; border-inline-start-color: #9aa7b8; padding: 4px 10px; }
  .quiet summary { cursor: pointer; }
  .quiet ul { display: block; max-height: none; }
  strong { font-weight: 600; }
  li .plain { background: none; border: 0; padding: 0; margin: 0; font-weight: 400; text-decoration: underline; text-underline-offset: 2px; color: #0a5aa5; text-align: start; }
  ul { list-style: none; margin: 3px 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 2px 12px; max-height: 92px; overflow-y: auto; }
  .plain { margin-top: 5px; }
`;

/** Of lines that stand still together. */
const MOST_NAMES = 5;

/** So many messages are listed; once they are settled the next ones are. */
const LOOKED_AT = 200;

export class LinesElement extends HTMLElement {
  /** Whether the reader is a manager, or a promise of it: only managers can do something about a line. */
  manager = false;
  /** The reader's user id. */
  me = '';

  #root = shadow(this, css);
  #seen = '';
  #leave = () => {};
  #looking;

  connectedCallback() {
    this.hidden = true;
    this.#leave = onNews(TELLING, REST_MILLIS, () => this.#look());
    this.#looking = setInterval(() => document.hidden || this.#look(), LOOK_MILLIS);
    this.#look();
  }

  disconnectedCallback() {
    this.#leave();
    clearInterval(this.#looking);
  }

  /** What cannot be asked now stays as it is shown. */
  async #look() {
    try {
      const manager = await this.manager;
      const [lines, unsure, low] = await Promise.all([get('lines'), get(`messages/unknown?limit=${LOOKED_AT}`), lowAllowances(manager)]);
      const seen = JSON.stringify([stoppages(lines.items), low, unsure, manager && hints(lines.items)]);
      if (seen === this.#seen) return; // a strip that is drawn anew under the pointer swallows the click
      this.#seen = seen;
      const strips = [
        ...stoppages(lines.items).map((together) => this.#stopped(together, manager)),
        ...low.map((allowance) => allowanceStrip(allowance, () => this.#look())),
        ...this.#undecided(unsure, manager),
        ...(manager ? this.#hinted(hints(lines.items)) : []),
      ];
      this.#root.replaceChildren(...strips);
      this.hidden = strips.length === 0;
    } catch { /* the next look */ }
  }

  /** @param together lines of one account that stand still for one reason */
  #stopped(together, manager) {
    const { paused, managerName } = together[0];
    const names = together.map(({ name }) => plain(name));
    const named = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), '…'] : names;
    const waiting = together.reduce((sum, line) => sum + line.waiting, 0);
    return el('div', { class: 'strip', role: 'status' },
      el('strong', { dir: 'auto' }, t(names.length === 1 ? 'line.stopped' : 'line.stopped.many', named.join(', '))), '. ',
      manager ? el('span', {}, why(paused)) : t('line.agents'),
      managerName && ` ${t('line.responsible', plain(managerName))}`,
      manager && waiting > 0 && ` ${t('line.waiting', waiting)}.`,
      manager && paused.cause !== 'SWITCHED_OFF'
        && el('div', {}, el('button', { type: 'button', class: 'plain', onclick: ({ currentTarget }) => this.#resume(together, currentTarget) }, t('line.resume'))));
  }

  /** Unfolded on demand: everything still goes out. */
  #hinted(said) {
    if (said.length === 0) return [];
    const open = this.#root.querySelector('details')?.open;
    return [el('details', { class: 'strip quiet', open },
      el('summary', {}, t('line.hints', said.length)),
      el('ul', {}, ...said.map(({ line, hint }) => el('li', { dir: 'auto' }, el('strong', {}, plain(line)), ' ', hint))))];
  }

  /** Each customer once, with the oldest message that needs somebody to decide. */
  #undecided({ items, next }, manager) {
    if (items.length === 0) return [];
    const oldest = items.filter(({ conversation }, place) => items.findIndex((other) => other.conversation === conversation) === place);
    return [el('div', { class: 'strip unsure', role: 'status' }, t('line.unknown'),
      el('ul', {}, ...oldest.map((item) => el('li', {}, this.#way(item, manager))),
        next && el('li', {}, t('line.more'))))];
  }

  /** A case may have ended meanwhile, so it is the conversation that is opened and no task. */
  #way({ id, conversation, customerName }, manager) {
    const open = () => openConversation({ conversation, message: id, name: plain(customerName), me: this.me, manager }, () => this.#look());
    return el('button', { type: 'button', class: 'plain', dir: 'auto', onclick: open }, plain(customerName));
  }

  async #resume(together, button) {
    button.disabled = true;
    for (const { id } of together) {
      await post(`lines/${encodeURIComponent(id)}/resume`).catch(() => {});
    }
    this.#seen = ''; // what still stands can be tried again
    await this.#look();
  }
}

customElements.define('novelo-lines', LinesElement);
