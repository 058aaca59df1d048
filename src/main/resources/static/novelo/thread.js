// <novelo-thread>: the messages of a conversation, newest at the bottom. It follows the end unless its reader has scrolled up.

import { el, icon, reconcile, shadow } from './dom.js';
import { bubble, nameOf } from './message.js';
import css from './thread.css.js';
import { t } from './texts.js';
import { dayOf, nameOfDay } from './time.js';

/** So near the end counts as being there. */
const NEAR_PIXELS = 48;

/** One author's messages within this time share one name. */
const TOGETHER_MILLIS = 5 * 60_000;

export class Thread extends HTMLElement {
  #messages = new Map();
  #bubbles = new Map();
  #people = { me: '', customer: '' };
  #follows = true;
  #unseen = 0;
  #started = false;

  #list = el('ol', { class: 'messages' });
  #earlier = el('button', { type: 'button', class: 'earlier', hidden: true, onclick: () => this.dispatchEvent(new Event('earlier')) });
  #scroll = el('div', { class: 'scroll', tabindex: '0', role: 'log', 'aria-live': 'off' }, this.#earlier, this.#list);
  #more = el('button', { type: 'button', class: 'more', hidden: true, onclick: () => this.toEnd() });
  #voice = el('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });

  constructor() {
    super();
    shadow(this, css, this.#scroll, this.#more, this.#voice);
    this.#scroll.addEventListener('scroll', () => this.#scrolled());
    new ResizeObserver(() => this.#keepEnd()).observe(this.#scroll);
  }

  set people(people) {
    this.#scroll.setAttribute('aria-label', t('thread.label'));
    this.#people = people;
    this.#bubbles.clear();
    this.#draw();
  }

  has(id) {
    return this.#messages.has(id);
  }

  /** What the server knows of these; anything else that is shown stays. */
  add(messages) {
    const fresh = messages.filter((message) => !this.#messages.has(message.id));
    for (const message of messages) this.#messages.set(message.id, message);
    this.#draw();
    if (this.#started) this.#announce(fresh);
    this.#started = true;
    this.#keepEnd();
  }

  /** Takes back what was shown in advance. */
  remove(id) {
    this.#messages.delete(id);
    this.#draw();
  }

  set hasEarlier(has) {
    this.#earlier.hidden = !has;
    this.#earlier.textContent = t('thread.earlier');
  }

  /** Puts earlier messages above without moving what is being read. */
  addEarlier(messages) {
    const fromEnd = this.#scroll.scrollHeight - this.#scroll.scrollTop;
    for (const message of messages) this.#messages.set(message.id, message);
    this.#draw();
    this.#scroll.scrollTop = this.#scroll.scrollHeight - fromEnd;
  }

  toEnd() {
    this.#follows = true;
    this.#unseen = 0;
    this.#more.hidden = true;
    this.#keepEnd();
  }

  #draw() {
    const ordered = [...this.#messages.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.seq - b.seq);
    const byProvider = new Map(ordered.filter((m) => m.providerId).map((m) => [m.providerId, m]));
    const wanted = [];
    const kept = this.#bubbles;
    this.#bubbles = new Map();
    let before;
    for (const message of ordered) {
      const newDay = !before || dayOf(before.at) !== dayOf(message.at);
      if (newDay) wanted.push(this.#kept(kept, `day ${dayOf(message.at)} ${nameOfDay(message.at)}`, () => day(message.at)));
      const first = newDay || !together(before, message);
      const quoted = message.replyTo && byProvider.get(message.replyTo);
      wanted.push(this.#kept(kept, `${first} ${JSON.stringify(message)} ${quoted?.id}`, () => bubble(message, { ...this.#people, first, quoted })));
      before = message;
    }
    if (wanted.length === 0 && this.#started) wanted.push(this.#kept(kept, 'empty', () => el('li', { class: 'empty' }, t('thread.empty'))));
    reconcile(this.#list, wanted);
  }

  /** A bubble is drawn again only if something in it has changed. */
  #kept(kept, content, draw) {
    const drawn = kept.get(content) ?? draw();
    this.#bubbles.set(content, drawn);
    return drawn;
  }

  #announce(fresh) {
    const inbound = fresh.filter((message) => message.direction === 'IN');
    if (inbound.length > 0) {
      const last = inbound[inbound.length - 1];
      this.#voice.textContent = `${t('thread.newOne', nameOf(last, this.#people))}: ${last.text ?? ''}`;
    }
    if (!this.#follows && inbound.length > 0) {
      this.#unseen += inbound.length;
      this.#more.replaceChildren(icon('down'), `${t('thread.new')} (${this.#unseen})`);
      this.#more.hidden = false;
    }
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroll;
    this.#follows = scrollTop + clientHeight >= scrollHeight - NEAR_PIXELS;
    if (this.#follows && this.#unseen > 0) this.toEnd();
  }

  #keepEnd() {
    if (this.#follows) this.#scroll.scrollTop = this.#scroll.scrollHeight;
  }
}

function day(instant) {
  return el('li', { class: 'day' }, el('span', {}, nameOfDay(instant)));
}

function together(before, message) {
  return before.direction === message.direction && before.author.type === message.author.type && before.author.id === message.author.id
    && Date.parse(message.at) - Date.parse(before.at) < TOGETHER_MILLIS;
}

customElements.define('novelo-thread', Thread);
