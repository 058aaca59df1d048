// <novelo-conversation>: a conversation to read and to answer, alone or for a task.

import { get, newKey, post } from './api.js';
import { el, shadow } from './dom.js';
import { onEvent } from './live.js';
import './composer.js';
import './head.js';
import { has, loadTexts, t } from './texts.js';
import './thread.js';
import { businessTimeIs, now } from './time.js';
import css from './conversation.css.js';

const PAGE = 50;

/** Events come in bursts, and each would ask for the same. */
const GATHER_MILLIS = 60;

/** What could not be fetched is asked for again: its event does not come twice. */
const AGAIN_MILLIS = 5_000;

/** Countdowns go on by themselves; this only heals what no event told. */
const HEAL_MILLIS = 60_000;

/**
 * Properties, to be set before it is put into a page: `task` (id) or `conversation` (id), `me` (the reader's user id), and
 * optionally `claim` (async: claims the task). Fires `taskchange` when its task was claimed, given back or ended.
 */
export class ConversationElement extends HTMLElement {
  task = null;
  conversation = null;
  me = '';
  claim = null;

  #detail = null;
  #view = null;
  #older = null;
  #unsent = null;
  #changed = new Set();
  #gathering;
  #healing;
  #leave = () => {};

  #head = el('novelo-head');
  #offline = el('div', { class: 'offline', hidden: true });
  #thread = el('novelo-thread', { onearlier: () => this.#earlier() });
  #composer = el('novelo-composer', { onsend: (event) => this.#send(event.detail) });
  #said = el('div', { class: 'said' });
  #all = [this.#head, this.#offline, this.#thread, this.#composer];

  constructor() {
    super();
    shadow(this, css, this.#said, ...this.#all);
    this.#speak('');
  }

  async connectedCallback() {
    await loadTexts();
    if (!this.isConnected) return;
    this.#speak(t('head.loading'));
    this.#leave = onEvent((event) => this.#heard(event));
    this.#healing = setInterval(() => document.hidden || this.#refresh(), HEAL_MILLIS);
    document.addEventListener('keydown', this.#shortcut);
    window.addEventListener('focus', this.#looked);
    await this.#begin();
  }

  disconnectedCallback() {
    this.#leave();
    clearInterval(this.#healing);
    clearTimeout(this.#gathering);
    document.removeEventListener('keydown', this.#shortcut);
    window.removeEventListener('focus', this.#looked);
  }

  /** Whoever comes back to this window sees what is so now, also when the sandbox has moved the clock meanwhile. */
  #looked = () => this.#view && this.#refresh();

  #shortcut = (event) => {
    if (event.ctrlKey && event.altKey && event.code === 'KeyM') {
      event.preventDefault();
      this.#composer.focus();
    }
  };

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
      const { customer } = this.#view;
      this.#thread.people = { me: this.me, customer: customer.name };
      this.#composer.begin(this.#view.id, customer.name);
      await this.#newest();
      this.#speak(null);
      this.#show();
      this.#thread.toEnd();
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

  /** The newest page; after a time without a connection as many as reach back to what is shown, so that none is left out. */
  async #newest() {
    const found = [];
    let page;
    do {
      page = await this.#page(page?.next);
      found.push(...page.items);
    } while (this.#older && page.next && !page.items.some(({ id }) => this.#thread.has(id)));
    this.#older ??= { next: page.next };
    this.#thread.hasEarlier = this.#older.next !== null;
    this.#thread.add(found.reverse());
  }

  #page(after) {
    const from = after ? `&after=${encodeURIComponent(after)}` : '';
    return get(`conversations/${this.conversation}/messages?order=newest&limit=${PAGE}${from}`);
  }

  async #earlier() {
    this.#composer.error = null;
    try {
      const page = await this.#page(this.#older.next);
      this.#older.next = page.next;
      this.#thread.hasEarlier = page.next !== null;
      this.#thread.addEarlier(page.items.reverse());
    } catch (problem) {
      this.#composer.error = t('write.notDone', inPlainWords(problem));
    }
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
      if (event.type === 'live.open' && this.#view !== null) this.#gather('*');
      return;
    }
    const ours = event.conversation === this.conversation || (event.task && event.task === this.task)
      || (event.case && event.case === this.#detail?.case?.number);
    if (!ours || this.#view === null) return;
    this.#gather(event.message ?? '');
    if (event.type.startsWith('task.')) this.dispatchEvent(new CustomEvent('taskchange', { detail: event }));
  }

  /** @param message an id, `*` for all that may have been missed, or empty when only the head changes */
  #gather(message, wait = GATHER_MILLIS) {
    this.#changed.add(message);
    this.#gathering ??= setTimeout(() => this.#catchUp(), wait);
  }

  async #catchUp() {
    const changed = [...this.#changed];
    this.#changed.clear();
    this.#gathering = undefined;
    const ids = changed.filter((id) => id !== '' && id !== '*');
    const [messages] = await Promise.allSettled([
      changed.includes('*') || ids.length > 3 ? this.#newest() : this.#some(ids),
      this.#refresh(),
    ]);
    if (messages.status === 'rejected' && mayPass(messages.reason) && this.isConnected) this.#gather('*', AGAIN_MILLIS);
  }

  async #some(ids) {
    const found = await Promise.allSettled(ids.map((id) => get(`conversations/${this.conversation}/messages/${encodeURIComponent(id)}`)));
    this.#thread.add(found.filter(({ status }) => status === 'fulfilled').map(({ value }) => value));
    const failed = found.find(({ status }) => status === 'rejected');
    if (failed) throw failed.reason;
  }

  #show() {
    this.#head.show(this.#detail, this.#view);
    this.#composer.state = this.#state();
  }

  #state() {
    const { window, speaker, speakerId, speakerName, state } = this.#view;
    const mine = speaker === 'AGENT' && speakerId === this.me;
    const actions = [];
    if (this.claim && this.#detail && !this.#detail.assignee) {
      actions.push({ text: t('write.claim'), title: t('write.unclaimed'), solid: true, act: () => this.#act(this.claim) });
    }
    if (!window.open || Date.parse(window.closesAt) <= now()) {
      return { open: false, kind: 'closed', note: t('window.hintClosed'), actions };
    }
    if (state === 'RESOLVED') return { open: false, kind: '', note: t('write.resolved'), actions };
    if (speaker === 'AGENT' && !mine) {
      actions.push({ text: t('write.takeover'), act: () => this.#act(() => post(`conversations/${this.conversation}/takeover`)) });
      return { open: false, kind: 'other', note: t('write.other', speakerName ?? speakerId), actions };
    }
    if (mine) {
      actions.push({ text: t('write.release'), title: t('write.releaseHint'), act: () => this.#act(() => post(`conversations/${this.conversation}/release`)) });
      return { open: true, kind: 'mine', note: t('write.yours'), actions };
    }
    return { open: true, kind: '', note: t({ PROCESS: 'write.process', AI: 'write.ai' }[speaker] ?? 'write.free'), actions };
  }

  async #act(work) {
    this.#composer.error = null;
    try {
      await work();
    } catch (problem) {
      this.#composer.error = t('write.notDone', inPlainWords(problem));
    }
    await this.#refresh();
    this.#composer.focus();
  }

  /** The same text after a failure goes out under the same key: if the first try did arrive, the second changes nothing. */
  async #send({ text, done }) {
    this.#composer.error = null;
    if (this.#unsent?.text !== text) this.#unsent = { text, key: newKey() };
    const { key } = this.#unsent;
    this.#thread.add([this.#inAdvance(key, text)]);
    this.#thread.toEnd();
    try {
      const message = await post(`conversations/${this.conversation}/messages`, { kind: 'text', text }, { 'Idempotency-Key': key });
      this.#unsent = null;
      this.#thread.remove(key);
      this.#thread.add([message]);
      done(true);
    } catch (problem) {
      this.#thread.remove(key);
      this.#composer.error = t('write.notSent', inPlainWords(problem));
      done(false);
    }
    await this.#refresh();
    this.#composer.focus();
  }

  #inAdvance(id, text) {
    return {
      id, seq: Infinity, text, direction: 'OUT', kind: 'text', status: 'SENDING_NOW', at: new Date(now()).toISOString(), errors: [],
      author: { type: 'AGENT', id: this.me, name: null },
    };
  }
}

/** A connection that broke, or a server that cannot answer just now. */
function mayPass({ status }) {
  return status === 0 || status >= 500;
}

/** What the server says is English, so of what we do not know only the status is shown. */
function inPlainWords({ kind, status, body }) {
  const key = has(`problem.${kind}`) ? `problem.${kind}` : 'problem.other';
  return t(key, kind === 'not-your-turn' ? body.speakerName : status);
}

customElements.define('novelo-conversation', ConversationElement);
