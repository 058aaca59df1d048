// <novelo-thread>: the messages of a conversation, newest at the bottom. It follows the end unless its reader has scrolled up.
// Fires `earlier`, `act` with what a reader does with a message, and `seen` when the newest one is before his eyes.

import { el, icon, reconcile, shadow } from './dom.js';
import { bubble, nameOf } from './message.js';
import { inOneLine } from './said.js';
import css from './thread.css.js';
import { t } from './texts.js';
import { dayOf, nameOfDay } from './time.js';
import { newestInbound, timeline } from './timeline.js';
import { enter, stopAt, walkable } from './walk.js';

const NEAR_PIXELS = 48; // so near the end counts as being there
const FLASH_MILLIS = 1_600; // how long the message that one has jumped to stands out

export class Thread extends HTMLElement {
  #messages = new Map();
  #bubbles = new Map();
  #files = new Map();
  #people = { me: '', customer: '', manager: false, leads: [] };
  #follows = true;
  #size = '';
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
    walkable(this.#list, (what, id) => this.#act(what, this.#messages.get(id), this.#bubble(id)));
    this.#scroll.addEventListener('scroll', () => this.#scrolled());
    this.#scroll.addEventListener('keydown', (event) => event.target === this.#scroll && enter(this.#list, event));
    const sizes = new ResizeObserver(() => this.#keepEnd());
    sizes.observe(this.#scroll);
    sizes.observe(this.#list);
  }

  connectedCallback() {
    document.addEventListener('visibilitychange', this.#look);
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.#look);
  }

  set people(people) {
    this.#scroll.setAttribute('aria-label', t('thread.label'));
    this.#people = people;
    this.#bubbles.clear();
    this.#draw();
  }

  /** Numbers of the customer's open leads. */
  set leads(numbers) {
    if (String(numbers) !== String(this.#people.leads)) this.people = { ...this.#people, leads: numbers };
  }

  /** Whether one may answer now: only then messages offer it. */
  set answerable(may) {
    this.classList.toggle('answerable', may);
  }

  has(id) {
    return this.#messages.has(id);
  }

  of(providerId) {
    return [...this.#messages.values()].find((message) => message.providerId === providerId);
  }

  /** What the server knows of these; anything else that is shown stays. */
  add(messages) {
    const fresh = messages.filter((message) => !this.#messages.has(message.id));
    for (const message of messages) this.#messages.set(message.id, message);
    this.#draw();
    if (this.#started) this.#announce(fresh);
    this.#started = true;
    this.#keepEnd();
    this.#look();
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
    this.#look();
  }

  jumpTo(id) {
    const bubble = this.#bubble(id);
    if (!bubble) return;
    bubble.scrollIntoView({ block: 'center' });
    bubble.focus({ preventScroll: true });
    bubble.classList.add('flash');
    setTimeout(() => bubble.classList.remove('flash'), FLASH_MILLIS);
  }

  #bubble(id) {
    return [...this.#list.children].find((child) => child.dataset.id === id);
  }

  #act(what, message, from) {
    if (what === 'jump') this.jumpTo(message.id);
    else if (what === 'propose') from?.querySelector('novelo-proposed')?.begin();
    else if (message) this.dispatchEvent(new CustomEvent('act', { detail: { what, message, from } }));
  }

  #draw() {
    const kept = this.#bubbles;
    const held = this.shadowRoot.activeElement?.closest?.('.message')?.dataset.id;
    this.#bubbles = new Map();
    const wanted = timeline(this.#messages.values()).map((item) => (item.day || 'past' in item
      ? this.#between(kept, item)
      : this.#kept(kept, `${item.first} ${JSON.stringify(item.message)} ${JSON.stringify(item.quoted)} ${item.again?.id}`, () => this.#bubbleOf(item))));
    if (wanted.length === 0 && this.#started) wanted.push(this.#kept(kept, 'empty', () => el('li', { class: 'empty' }, t('thread.empty'))));
    reconcile(this.#list, wanted);
    if (held && !this.shadowRoot.activeElement) this.#bubble(held)?.focus({ preventScroll: true });
    if (!this.#list.querySelector('.message[tabindex="0"]')) stopAt(this.#list, [...this.#list.querySelectorAll('.message')].pop());
  }

  /** Days, and where what was imported begins and ends. */
  #between(kept, { day, past, before }) {
    if (day) return this.#kept(kept, `day ${before} ${dayOf(day)} ${nameOfDay(day)}`, () => el('li', { class: 'day' }, el('span', {}, nameOfDay(day))));
    return this.#kept(kept, `past ${before} ${past}`, () => el('li', { class: 'past' }, el('span', {}, t(past ? 'thread.past' : 'thread.now'))));
  }

  #bubbleOf({ message, first, quoted, again }) {
    return bubble(message, {
      ...this.#people, first, quoted, again,
      keep: (of, make) => this.#file(of, make),
      act: (what, about, from) => this.#act(what, about, from),
    });
  }

  /** A sound goes on and a picture does not flicker when only its message's status has changed, or the id shown in advance. */
  #file({ id, kind, text, media }, make) {
    if (!media) return make();
    const key = JSON.stringify([kind, text, media]);
    const [other, file] = [...this.#files].find(([of, one]) => one.key === key && (of === id || !this.#messages.has(of))) ?? [];
    this.#files.delete(other);
    return this.#files.set(id, { key, element: file?.element ?? make() }).get(id).element;
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
      this.#voice.textContent = `${t('thread.newOne', nameOf(last, this.#people))}: ${inOneLine(last)}`;
    }
    if (!this.#follows && inbound.length > 0) {
      this.#unseen += inbound.length;
      this.#more.replaceChildren(icon('down'), `${t('thread.new')} (${this.#unseen})`);
      this.#more.hidden = false;
    }
  }

  /** A scroll that comes with another size is none of the reader's: the end is sought again as soon as the size is told. */
  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroll;
    if (this.#follows && this.#size !== `${scrollHeight} ${clientHeight}`) return;
    this.#follows = scrollTop + clientHeight >= scrollHeight - NEAR_PIXELS;
    if (this.#follows && this.#unseen > 0) this.toEnd();
    this.#look();
  }

  #keepEnd() {
    const { scrollHeight, clientHeight } = this.#scroll;
    this.#size = `${scrollHeight} ${clientHeight}`;
    if (this.#follows) this.#scroll.scrollTop = scrollHeight;
  }

  /** Read is what stands at the end of a thread that is really on somebody's screen. */
  #look = () => {
    if (!this.#follows || document.hidden || this.#scroll.clientHeight === 0) return;
    const newest = newestInbound(this.#messages.values());
    if (newest) this.dispatchEvent(new CustomEvent('seen', { detail: newest.id }));
  };
}

customElements.define('novelo-thread', Thread);
