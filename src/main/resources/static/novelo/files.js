// Files that are on their way to the server before a message takes them. Fires `change`, and `progress` with one of them.

import { forget, isFinal, kindFor, limits, refusal, upload, whyNot } from './upload.js';

export class Files extends EventTarget {
  files = [];

  /** For whom they have to outlive the page. */
  keep() {}

  /** @returns why such a file may not be sent, or null */
  refusal(file, kind, all) {
    return refusal(file, kind, all);
  }

  changed() {
    this.keep();
    this.dispatchEvent(new Event('change'));
  }

  async attach(file, voice = false) {
    const name = file.name || (voice ? 'voice.ogg' : 'file');
    const entry = { file, name, size: file.size, voice, kind: 'document', progress: 0, media: null, problem: null };
    this.files.push(entry);
    const all = await limits();
    entry.kind = voice ? 'audio' : kindFor(file, all);
    entry.problem = this.refusal(file, entry.kind, all);
    entry.barred = entry.problem !== null;
    if (entry.kind === 'image' || voice) entry.local = URL.createObjectURL(file);
    this.changed();
    if (!entry.barred) await this.load(entry);
    return entry;
  }

  async load(entry) {
    entry.problem = null;
    entry.stop = new AbortController();
    try {
      entry.media = await upload(entry.file, entry.name, (share) => {
        entry.progress = share;
        this.dispatchEvent(new CustomEvent('progress', { detail: entry }));
      }, entry.stop.signal);
    } catch (problem) {
      entry.problem = whyNot(problem);
      entry.barred = isFinal(problem);
    }
    this.changed();
  }

  /** A file that is not to be sent after all. */
  detach(entry) {
    entry.stop?.abort();
    if (entry.media) forget(entry.media);
    this.drop(entry);
  }

  drop(entry) {
    if (entry.local) URL.revokeObjectURL(entry.local);
    this.files = this.files.filter((other) => other !== entry);
    this.changed();
  }
}

/** What is not yet with the server cannot be kept over a loading of the page. */
export function keepable(files) {
  return files.filter(({ media }) => media).map(({ kind, name, size, media }) => ({ kind, name, size, media }));
}
