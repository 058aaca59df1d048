// What an agent is about to send in one conversation. It outlives a change of the task, a failure, and the loading of the page.

import { Files, keepable } from './files.js';

/** They go on uploading while another task is shown. */
const drafts = new Map();

const CAPTIONED = ['image', 'video', 'document'];

export class Draft extends Files {
  text = '';
  reply = null;
  preview = true;
  /** What was filled into forms and not sent yet: name of the form → its values. */
  forms = {};

  static of(conversation) {
    if (!drafts.has(conversation)) drafts.set(conversation, new Draft(`novelo.draft.${conversation}`));
    return drafts.get(conversation);
  }

  constructor(key) {
    super();
    this.key = key;
    try {
      Object.assign(this, JSON.parse(sessionStorage.getItem(key)) ?? {});
    } catch { /* nothing that we have written */ }
  }

  /** In this browser tab only. */
  keep() {
    const { text, reply, preview, forms } = this;
    const files = keepable(this.files);
    if (text === '' && !reply && files.length === 0 && Object.keys(forms).length === 0) sessionStorage.removeItem(this.key);
    else sessionStorage.setItem(this.key, JSON.stringify({ text, reply, preview, files, forms }));
  }

  answer(message) {
    this.reply = message;
    this.changed();
  }

  get isReady() {
    return this.files.every(({ media }) => media) && (this.files.length > 0 || this.text.trim() !== '');
  }

  /** The file that the text is the caption of, if any can have one. */
  get captioned() {
    return this.files.find(({ kind }) => CAPTIONED.includes(kind));
  }

  /** @returns `{request, file, taken}` for each message; the text is a caption where there is one to write it under */
  messages() {
    const { captioned } = this;
    const replyTo = this.reply?.providerId ?? undefined;
    const sent = this.files.map((entry, place) => ({
      request: {
        kind: entry.kind, media: entry.media.id, voice: entry.voice || undefined, text: entry === captioned ? this.text.trim() || undefined : undefined,
        replyTo: place === 0 ? replyTo : undefined,
      },
      file: entry.media,
      taken: () => this.#taken(entry, entry === captioned),
    }));
    if (captioned || this.text.trim() === '') return sent;
    const text = { kind: 'text', text: this.text, preview: this.preview, replyTo: sent.length === 0 ? replyTo : undefined };
    return [...sent, { request: text, taken: () => this.said(this.text) }];
  }

  #taken(entry, withText) {
    this.reply = null;
    if (withText) this.text = '';
    this.drop(entry);
  }

  said(text) {
    if (this.text.trim() === text?.trim()) this.text = '';
    this.reply = null;
    this.changed();
  }
}
