// <novelo-lines>: what keeps messages from going out, and which of them nobody knows about. It has no room while all is well.

import { get, post } from './api.js';
import { el, shadow } from './dom.js';
import { onEvent } from './live.js';
import look from './look.css.js';
import { numbered, t } from './texts.js';
import { plain } from './words.js';

/** This only heals what no event told. */
const LOOK_MILLIS = 60_000;

/** A line that stops delays many messages at once. */
const REST_MILLIS = 2_000;

const TELLING = ['live.open', 'line.stopped', 'line.resumed', 'message.delayed', 'message.failed'];

const css = `${look}
  .strip { background: #fdeceb; color: #7c1b15; border-inline-start: 3px solid var(--bad); padding: 7px 10px; margin: 0 0 6px; font-size: 13px; overflow-wrap: anywhere; }
  .strip.unsure { background: #fff6e0; color: #6d4700; border-color: #c98a1b; }
  strong { font-weight: 600; }
  ul { list-style: none; margin: 3px 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 2px 12px; }
  a { color: #0a5aa5; text-decoration: underline; text-underline-offset: 2px; }
  .plain { margin-top: 5px; }
`;

/** So many customers are named at once; once they are settled the next ones are. */
const MOST = 20;

export class LinesElement extends HTMLElement {
  /** Whether the reader is a manager, or a promise of it: only managers can do something about it. */
  manager = false;

  #root = shadow(this, css);
  #leave = () => {};
  #looking;
  #resting;

  connectedCallback() {
    this.hidden = true;
    this.#leave = onEvent(({ type }) => TELLING.includes(type) && this.#soon());
    this.#looking = setInterval(() => document.hidden || this.#look(), LOOK_MILLIS);
    this.#look();
  }

  disconnectedCallback() {
    this.#leave();
    clearInterval(this.#looking);
    clearTimeout(this.#resting);
    this.#resting = undefined;
  }

  #soon() {
    this.#resting ??= setTimeout(() => {
      this.#resting = undefined;
      this.#look();
    }, REST_MILLIS);
  }

  /** What cannot be asked now stays as it is shown. */
  async #look() {
    try {
      const manager = await this.manager;
      const [lines, unsure] = await Promise.all([get('lines'), manager ? unknown() : []]);
      const stopped = lines.items.filter(({ state }) => state === 'PAUSED');
      this.#root.replaceChildren(...stopped.map((line) => this.#stopped(line, manager)), ...(unsure.length > 0 ? [undecided(unsure)] : []));
      this.hidden = stopped.length + unsure.length === 0;
    } catch { /* the next look */ }
  }

  #stopped({ id, display, paused, waiting }, manager) {
    const key = numbered('error', paused.code);
    return el('div', { class: 'strip', role: 'status' },
      el('strong', {}, t('line.stopped', display)), '. ',
      manager ? el('span', {}, key ? t(key) : t('error.other', plain(paused.why))) : t('line.agents'),
      manager && waiting > 0 && ` ${t('line.waiting', waiting)}.`,
      manager && el('div', {}, el('button', { type: 'button', class: 'plain', onclick: ({ currentTarget }) => this.#resume(id, currentTarget) }, t('line.resume'))));
  }

  async #resume(id, button) {
    button.disabled = true;
    await post(`lines/${encodeURIComponent(id)}/resume`).catch(() => {});
    await this.#look();
  }
}

/** @returns open tasks whose conversation has a message of which nobody knows whether it was sent, the longest waiting first */
async function unknown() {
  const { items } = await get('messages/unknown');
  if (items.length === 0) return [];
  const talks = [...new Set(items.map(({ conversation }) => conversation))].slice(0, MOST);
  const tasks = await get(`work?view=all&${talks.map((id) => `conversation=${encodeURIComponent(id)}`).join('&')}`);
  return tasks.items;
}

function undecided(tasks) {
  return el('div', { class: 'strip unsure', role: 'status' }, t('line.unknown'),
    el('ul', {}, ...tasks.map(({ taskId, conversation }) => el('li', {},
      el('a', { href: `#/?task=${encodeURIComponent(taskId)}`, dir: 'auto' }, plain(conversation.customerName))))));
}

customElements.define('novelo-lines', LinesElement);
