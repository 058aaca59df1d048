// <novelo-presence>: whether the reader is there, which he says himself, and how much he has of what rules may give him. As
// long as it is shown it keeps alive what he has said. Whoever is in no queue sees nothing of it.

import { get, post, put } from './api.js';
import { el, shadow } from './dom.js';
import { onEvent, onNews } from './live.js';
import look from './look.css.js';
import { t } from './texts.js';
import { plain } from './words.js';

/** After two minutes without one the server takes somebody for away. */
const BEAT_MILLIS = 30_000;

/** Tasks come and go in bursts. */
const REST_MILLIS = 1_000;

const STATUSES = ['ONLINE', 'BUSY', 'AWAY', 'OFFLINE'];
const TELLING = ['live.open', 'presence.changed', 'agent.changed', 'task.assigned', 'task.ended'];

const css = `${look}
  .strip { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; padding: 5px 10px; margin: 0 0 6px; font-size: 13px; background: #f3f5f8; border-inline-start: 3px solid #9aa7b8; }
  .strip.ONLINE { border-color: #2e7d4f; } .strip:is(.BUSY, .AWAY) { border-color: #c98a1b; }
  label { display: inline-flex; align-items: center; gap: 6px; font-weight: 600; }
  select, input { font: inherit; font-size: 13px; font-weight: 400; padding: 2px 6px; border: 1px solid #9aa5ae; border-radius: 5px; background: #fff; color: inherit; max-width: 150px; }
  :is(select, input):focus-visible { outline: 2px solid #0a5aa5; outline-offset: 1px; }
  .lost { flex-basis: 100%; color: #6d4700; }
  .soft { color: #4a5563; } .load { margin-inline-start: auto; font-variant-numeric: tabular-nums; }
`;

/** For pages that do not show it: whoever has said that he is there stays so. @returns how to stop */
export function keepAlive() {
  const beating = setInterval(() => post('presence/heartbeat').catch(() => {}), BEAT_MILLIS);
  return () => clearInterval(beating);
}

export class PresenceElement extends HTMLElement {
  #root = shadow(this, css);
  #status = el('select', { onchange: () => this.#choose() }, ...STATUSES.map((value) => el('option', { value }, t(`presence.${value}`))));
  #reason = el('input', { type: 'text', maxlength: '60', placeholder: t('presence.reason'), 'aria-label': t('presence.reason'), onchange: () => this.#choose() });
  #why = el('span', { class: 'soft' });
  #load = el('span', { class: 'load soft', role: 'status' });
  #lost = el('span', { class: 'lost', role: 'status', hidden: true }, t('presence.takenBack'));
  #id = '';
  #strip = el('div', { class: 'strip' }, el('label', {}, t('presence.me'), this.#status), this.#reason, this.#why, this.#load, this.#lost);
  #leave = () => {};
  #network = () => this.#beat();
  #beating;

  connectedCallback() {
    this.hidden = true;
    this.#root.replaceChildren(this.#strip);
    const leaveLosses = onEvent(({ type, agent }) => {
      if (type === 'work.taken-back' && agent === this.#id) this.#lost.hidden = false;
    });
    const leaveNews = onNews(TELLING, REST_MILLIS, () => this.#show(() => get('presence')));
    this.#leave = () => {
      leaveLosses();
      leaveNews();
    };
    this.#beating = setInterval(() => this.#beat(), BEAT_MILLIS);
    for (const news of ['online', 'offline']) window.addEventListener(news, this.#network);
    this.#beat();
  }

  disconnectedCallback() {
    this.#leave();
    for (const news of ['online', 'offline']) window.removeEventListener(news, this.#network);
    clearInterval(this.#beating);
  }

  #beat() {
    return this.#show(() => post('presence/heartbeat'));
  }

  async #choose() {
    const status = this.#status.value;
    this.#lost.hidden = true;
    await this.#show(() => put('presence', { status, reason: this.#asks(status) ? this.#reason.value.trim() || null : null }));
  }

  #asks(status) {
    return status === 'AWAY' || status === 'BUSY';
  }

  /** What cannot be asked now stays as it is shown; without a network that is no longer what the server sees. */
  async #show(ask) {
    const me = await ask().catch(() => null);
    if (!me && !navigator.onLine) this.#why.textContent = t('presence.connection');
    if (!me) return;
    this.#id = me.id;
    this.hidden = me.queues.length === 0;
    this.#strip.className = `strip ${me.status}`;
    if (this.#root.activeElement !== this.#status) this.#status.value = me.status;
    this.#reason.hidden = !this.#asks(me.status) || me.reason === 'connection';
    if (this.#root.activeElement !== this.#reason) this.#reason.value = me.reason === 'connection' ? '' : plain(me.reason ?? '');
    this.#why.textContent = me.reason === 'connection' ? t('presence.connection') : me.status === 'ONLINE' && !me.onShift ? t('people.offShift') : '';
    this.#load.textContent = t('presence.load', me.load, me.capacity);
  }
}

customElements.define('novelo-presence', PresenceElement);
