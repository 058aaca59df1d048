// <novelo-attention>: what rules have noticed and tell the reader: cases that need more than they get. It has no room while
// there is nothing to tell.

import { get, post } from './api.js';
import { openConversation } from './aside.js';
import { el, icon, shadow } from './dom.js';
import { onNews } from './live.js';
import look from './look.css.js';
import { has, named, t } from './texts.js';
import { exactly, when } from './time.js';
import { plain } from './words.js';

/** Breaches come in bursts. */
const REST_MILLIS = 1_500;

/** What was resolved needs nobody any more, and has no event of its own. */
const HEAL_MILLIS = 60_000;

/** So many are listed; once they are read the next ones are. */
const MOST = 50;

const TELLING = ['live.open', 'notice.created', 'case.closed'];

const css = `${look}
  .strip { background: #fff6e0; color: #5d3d00; border-inline-start: 3px solid #c98a1b; padding: 6px 10px; margin: 0 0 6px; font-size: 13px; }
  summary { cursor: pointer; font-weight: 600; }
  ul { list-style: none; margin: 4px 0 0; padding: 0; max-height: 240px; overflow-y: auto; }
  li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 8px; align-items: start; padding: 5px 0; border-top: 1px solid #ecd9a8; }
  .open { text-align: start; border-radius: 4px; overflow-wrap: anywhere; } .open:hover strong { text-decoration: underline; }
  strong { font-weight: 600; color: #0a5aa5; display: block; } small { display: block; font-size: 12px; }
  .tick { width: 26px; height: 26px; border-radius: 50%; display: grid; place-items: center; font-size: 16px; } .tick:hover { background: #f3e3b8; }
  .every { margin-top: 6px; }
`;

export class AttentionElement extends HTMLElement {
  /** The reader's user id. */
  me = '';
  /** Whether he is a manager, or a promise of it. */
  manager = false;
  /** Shows a task, by its id. */
  show = () => {};

  #root = shadow(this, css);
  #list = el('ul');
  #summary = el('summary', { role: 'status' });
  #every = el('button', { type: 'button', class: 'plain every', onclick: () => this.#readAll() }, t('notice.readAll'));
  #strip = el('details', { class: 'strip' }, this.#summary, this.#list, this.#every);
  #items = [];
  #written = '';
  #leave = () => {};
  #healing;

  connectedCallback() {
    this.hidden = true;
    this.#root.replaceChildren(this.#strip);
    this.#leave = onNews(TELLING, REST_MILLIS, () => this.#look());
    this.#healing = setInterval(() => document.hidden || this.#look(), HEAL_MILLIS);
    this.#look();
  }

  disconnectedCallback() {
    this.#leave();
    clearInterval(this.#healing);
  }

  /** What cannot be asked now stays as it is shown. */
  async #look() {
    const page = await get(`notices?limit=${MOST}`).catch(() => null);
    if (page) this.#draw(page.items);
  }

  #draw(items) {
    const written = JSON.stringify(items);
    if (written === this.#written) return; // a list that is drawn anew under the pointer swallows the click
    this.#written = written;
    this.#items = items;
    this.hidden = items.length === 0;
    this.#summary.textContent = items.length === 1 ? t('notice.one') : t('notice.many', items.length < MOST ? items.length : `${MOST}+`);
    this.#every.hidden = items.length < 2;
    const focused = this.#root.activeElement?.dataset.notice;
    this.#list.replaceChildren(...items.map((item) => this.#line(item)));
    if (focused) (this.#list.querySelector(`[data-notice="${focused}"]`) ?? this.#list.querySelector('.tick') ?? this.#summary).focus();
  }

  #line(item) {
    const { id, at, customerName, event, metric } = item;
    return el('li', {},
      el('button', { type: 'button', class: 'open', 'data-notice': `open-${id}`, title: t('notice.open'), onclick: () => this.#open(item) },
        el('strong', { dir: 'auto' }, plain(customerName ?? '') || item.case),
        words(event, metric),
        el('small', {}, `${item.case} · `, el('time', { datetime: at, title: exactly(at) }, when(at)))),
      el('button', { type: 'button', class: 'tick', 'data-notice': `read-${id}`, title: t('notice.read'), 'aria-label': t('notice.read'), onclick: () => this.#read(id) }, icon('tick')));
  }

  /** Whoever looks into it has read it. */
  #open(item) {
    const { id, task, conversation, customerName } = item;
    if (task) this.show(task);
    else if (conversation) {
      Promise.resolve(this.manager).then((manager) => openConversation({ conversation, name: plain(customerName ?? item.case), me: this.me, manager }, () => {}));
    }
    this.#read(id);
  }

  async #read(id) {
    const done = await post(`notices/${id}/read`).then(() => true, ({ status }) => status === 404);
    if (done) this.#draw(this.#items.filter((item) => item.id !== id));
    this.#look();
  }

  /** Only what he has been shown. */
  async #readAll() {
    await post('notices/read', { upTo: Math.max(...this.#items.map(({ id }) => id)) }).catch(() => {});
    this.#look();
  }
}

/** A cause that somebody has invented in the table is called as there. */
function words(event, metric) {
  const clock = metric ? named('metric', metric) : '';
  return has(`notice.event.${event}`) ? t(`notice.event.${event}`, clock) : [event, clock].filter(Boolean).join(' · ');
}

customElements.define('novelo-attention', AttentionElement);
