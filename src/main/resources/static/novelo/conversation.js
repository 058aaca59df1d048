// <novelo-conversation>: a conversation to read and to answer, alone or for a task.

import { get, post } from './api.js';
import './composer.js';
import css from './conversation.css.js';
import { deed } from './deeds.js';
import { el, shadow } from './dom.js';
import { droppable } from './dropping.js';
import './head.js';
import { History } from './history.js';
import { News } from './news.js';
import { Picking } from './picking.js';
import { inPlainWords, mayPass } from './problems.js';
import { Seen } from './seen.js';
import { Sending } from './sending.js';
import { loadTexts, t } from './texts.js';
import './thread.js';
import { businessTimeIs } from './time.js';
import { turnOf } from './turn.js';
import { Watching } from './watching.js';

/** What could not be fetched is asked for again: its event does not come twice. */
const AGAIN_MILLIS = 5_000;

const LEAD = /^L-/;

/**
 * Properties, to be set before it is put into a page: `task` (id) or `conversation` (id), `me` (the reader's user id), and
 * optionally `message` (id of the one to be shown first), `claim` (async: claims the task) and `manager` (whether the reader is one, or a promise of it). Fires `taskchange` when its task was claimed, given back or ended.
 */
export class ConversationElement extends HTMLElement {
  task = null;
  conversation = null;
  message = null;
  me = '';
  claim = null;
  manager = false;

  #detail = null;
  #view = null;
  #parts = null;
  #news = new News((changed) => this.#catchUp(changed));
  /** Whoever comes back to this window sees what is so now, also when the sandbox has moved the clock meanwhile. */
  #watching = new Watching({ heard: (event) => this.#heard(event), look: () => this.#view && this.#refresh(), write: () => this.#composer.focus() });

  #head = el('novelo-head');
  #offline = el('div', { class: 'offline', hidden: true });
  #thread = el('novelo-thread', {
    onearlier: () => this.#trying(() => this.#parts.history.earlier()), onact: ({ detail }) => this.#do(detail), onseen: ({ detail }) => this.#seen(detail),
  });
  #composer = el('novelo-composer', { onsend: ({ detail }) => this.#send(detail), ontyping: () => this.#parts.seen.typing(), onemoji: ({ detail }) => this.#picking.open(null, detail) });
  #picking = new Picking((work) => this.#trying(work));
  #said = el('div', { class: 'said' });
  #all = [this.#head, this.#offline, this.#thread, this.#picking.element, this.#composer];

  constructor() {
    super();
    shadow(this, css, this.#said, ...this.#all);
    droppable(this, (files) => this.#composer.attach(files));
    this.#speak('');
  }

  async connectedCallback() {
    await loadTexts();
    if (!this.isConnected) return;
    this.#speak(t('head.loading'));
    this.#watching.begin();
    await this.#begin();
  }

  disconnectedCallback() {
    this.#watching.stop();
    this.#parts?.seen.stop();
    this.#news.stop();
  }

  /** Only who may answer reads for the company. */
  #seen(message) {
    if (this.#view && this.#turn().open) this.#parts.seen.read(message);
  }

  /** Until there is a conversation to show, one sentence stands in its place. */
  #speak(words, again) {
    this.#said.hidden = words === null;
    this.#said.replaceChildren(el('p', {}, words ?? ''), ...(again
      ? [el('button', { type: 'button', class: 'plain', onclick: () => this.#begin() }, t('head.again'))] : []));
    for (const part of this.#all) part.hidden = words !== null;
    this.#offline.hidden = true;
  }

  async #begin() {
    try {
      if (!await this.#load()) return this.#speak(t('head.noConversation'));
      const { id, customer } = this.#view;
      const [thread, composer] = [this.#thread, this.#composer];
      this.#parts = { thread, composer, emoji: this.#picking, history: new History(thread, id), sending: new Sending(thread, id, this.me, () => this.#case()), seen: new Seen(id) };
      this.#head.reader = { me: this.me, manager: await this.manager };
      thread.people = { me: this.me, customer: customer.name, manager: await this.manager, leads: [] };
      composer.begin(id, customer.name);
      await this.#parts.history.newest();
      this.#speak(null);
      this.#show();
      this.#thread.toEnd();
      if (this.message) await this.#parts.history.backTo(this.message).then(() => thread.jumpTo(this.message));
    } catch (problem) {
      this.#speak(problem.status === 404 ? t('head.gone') : t('head.unknownTask'), problem.status !== 404);
    }
  }

  /** @returns whether there is a conversation */
  async #load() {
    if (this.task) {
      this.#detail = await get(`work/tasks/${encodeURIComponent(this.task)}`);
      businessTimeIs(this.#detail.now);
      this.conversation = this.#detail.conversation?.id ?? null;
    }
    if (!this.conversation) return false;
    this.#view = await get(`conversations/${this.conversation}`);
    return true;
  }

  /** What is written at a task answers its case, as long as that is open, whatever the conversation is about just now. */
  #case() {
    const number = this.#detail?.case?.number;
    return number && [this.#view.case, ...this.#view.otherOpenCases].includes(number) ? number : null;
  }

  /** Once the task has ended its conversation stays readable, as long as the page shows it. */
  async #refresh() {
    try {
      await this.#load();
      this.#show();
    } catch { /* what is shown stays; the next event or the timer tries again */ }
  }

  #heard(event) {
    if (event.type === 'live.lost' || event.type === 'live.open') {
      this.#offline.textContent = t('thread.offline');
      this.#offline.hidden = event.type === 'live.open' || this.#view === null;
      if (event.type === 'live.open' && this.#view !== null) this.#news.note('*');
      return;
    }
    const ours = event.conversation === this.conversation || (event.task && event.task === this.task)
      || (event.case && event.case === this.#detail?.case?.number);
    if (!ours || this.#view === null) return;
    this.#news.note(event.message ?? '');
    if (event.type.startsWith('task.')) this.dispatchEvent(new CustomEvent('taskchange', { detail: event }));
  }

  /** @param changed ids, `*` for all that may have been missed, or empty when only the head changes */
  async #catchUp(changed) {
    const [messages] = await Promise.allSettled([this.#parts.history.catchUp(changed), this.#refresh()]);
    if (messages.status === 'rejected' && mayPass(messages.reason) && this.isConnected) this.#news.note('*', AGAIN_MILLIS);
  }

  #show() {
    this.#head.show(this.#detail, this.#view);
    const turn = this.#turn();
    this.#composer.about = this.#view;
    this.#composer.state = turn;
    this.#thread.answerable = turn.open;
    this.#thread.leads = [this.#view.case, ...this.#view.otherOpenCases].filter((number) => LEAD.test(number ?? ''));
  }

  #turn() {
    const to = (what) => () => this.#act(() => post(`conversations/${this.conversation}/${what}`));
    return turnOf(this.#view, this.me, {
      claim: this.claim && this.#detail && !this.#detail.assignee ? () => this.#act(this.claim) : null,
      takeover: to('takeover'),
      release: to('release'),
      template: () => this.#composer.template(),
      begin: async () => (await import('./start.js')).start({ customer: this.#view.customer, me: this.me, manager: this.manager }),
    });
  }

  async #act(work) {
    await this.#trying(work);
    await this.#refresh();
    this.#composer.focus();
  }

  /** What goes wrong is said above the composer. */
  async #trying(work) {
    this.#composer.error = null;
    try {
      await work();
    } catch (problem) {
      this.#composer.error = t('write.notDone', inPlainWords(problem));
    }
  }

  #do({ what, message, from }) {
    return this.#trying(() => deed(what, this.#parts, message, from));
  }

  async #send({ messages, done }) {
    this.#composer.error = null;
    try {
      await this.#parts.sending.all(messages);
      done(null);
    } catch (problem) {
      const words = t('write.notSent', inPlainWords(problem));
      this.#composer.error = words;
      done(words, problem);
    }
    await this.#refresh();
  }
}

customElements.define('novelo-conversation', ConversationElement);
