// Fetches a conversation's messages page by page into its thread, and above them what was imported of its customer.

import { get } from './api.js';

const PAGE = 50;

/** More than so many are one page rather than one question each. */
const FEW = 3;

/** Pages: a thousand messages. Whoever looks for an older one scrolls. */
const FAR = 20;

export class History {
  #older = null;

  constructor(thread, conversation) {
    this.thread = thread;
    this.root = `conversations/${conversation}/messages`;
  }

  /** The newest page; after a time without a connection as many as reach back to what is shown, so that none is left out. */
  async newest() {
    const found = [];
    let page;
    do {
      page = await this.#page(page?.next);
      found.push(...page.items);
    } while (this.#older && page.next && !page.items.some(({ id }) => this.thread.has(id)));
    this.#older ??= { next: page.next };
    this.thread.hasEarlier = this.#older.next !== null;
    this.thread.add(found.reverse());
  }

  async earlier() {
    const page = await this.#page(this.#older.next);
    this.#older.next = page.next;
    this.thread.hasEarlier = page.next !== null;
    this.thread.addEarlier(page.items.reverse());
  }

  /** Goes back until the message is there, within reason. */
  async backTo(message) {
    for (let pages = 0; pages < FAR && this.#older.next !== null && !this.thread.has(message); pages += 1) await this.earlier();
  }

  /** @param changed ids of messages, `*` for all that may have been missed */
  async catchUp(changed) {
    const ids = changed.filter((id) => id !== '' && id !== '*');
    if (changed.includes('*') || ids.length > FEW) return this.newest();
    const found = await Promise.allSettled(ids.map((id) => get(`${this.root}/${encodeURIComponent(id)}`)));
    const got = found.filter(({ status }) => status === 'fulfilled').map(({ value }) => value);
    this.thread.add(got);
    await this.#changedBy(got);
    const failed = found.find(({ status }) => status === 'rejected');
    if (failed) throw failed.reason;
    return undefined;
  }

  /** A reaction, an edit or a revocation shows on the message that it is about. */
  async #changedBy(messages) {
    const targets = messages.map(({ content }) => content?.target && this.thread.of(content.target)).filter(Boolean);
    await Promise.all(targets.map(({ id }) => this.again(id)));
  }

  async again(id) {
    this.thread.add([await get(`${this.root}/${encodeURIComponent(id)}`)]);
  }

  #page(after) {
    const from = after ? `&after=${encodeURIComponent(after)}` : '';
    return get(`${this.root}?order=newest&imported=true&limit=${PAGE}${from}`);
  }
}
