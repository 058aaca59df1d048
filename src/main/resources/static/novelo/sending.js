// Hands messages to the server, one after the other, and shows each at once.

import { newKey, post } from './api.js';
import { now } from './time.js';

export class Sending {
  #keys = new Map();

  /** @param about tells which of the conversation's cases is answered; null for the current one */
  constructor(thread, conversation, me, about) {
    this.about = about;
    this.thread = thread;
    this.address = `conversations/${conversation}/messages`;
    this.me = me;
  }

  /** What has been taken leaves the draft; the first that was refused, and whatever comes after it, stays. */
  async all(messages) {
    for (const { request, file, taken, shown } of messages) {
      await this.send(request, file, shown);
      taken?.();
    }
  }

  /**
   * The same message after a failure goes out under the same key: if the first try did arrive, the second changes nothing.
   *
   * @param request as the API takes it
   * @param file the media object of an uploaded file, to be shown
   * @param seen what is shown until the server answers, where the request alone does not tell
   */
  async send(request, file = null, seen = request) {
    const content = JSON.stringify(request);
    if (!this.#keys.has(content)) this.#keys.set(content, newKey());
    const key = this.#keys.get(content);
    const shown = request.kind !== 'reaction';
    if (shown) {
      this.thread.add([this.#inAdvance(key, seen, file)]);
      this.thread.toEnd();
    }
    try {
      const about = this.about();
      const message = await post(this.address, about === null ? request : { ...request, case: about }, { 'Idempotency-Key': key });
      this.#keys.delete(content);
      this.thread.remove(key);
      if (shown) this.thread.add([message]);
    } catch (problem) {
      this.thread.remove(key);
      throw problem;
    }
  }

  #inAdvance(id, { kind, text, content, replyTo }, media) {
    const type = kind === 'text' ? 'text' : media ? 'file' : kind;
    return {
      id, seq: Infinity, text: text ?? null, direction: 'OUT', kind, status: 'SENDING_NOW', at: new Date(now()).toISOString(), errors: [],
      content: { type, ...content }, media, replyTo, author: { type: 'AGENT', id: this.me, name: null },
    };
  }
}
