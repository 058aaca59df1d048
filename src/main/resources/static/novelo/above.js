// The one file that may stand above a message with something to press, and the part of a form in which it is chosen.

import './attachments.js';
import { el } from './dom.js';
import { Files, keepable } from './files.js';
import { sizeOf } from './media.js';
import { t } from './texts.js';
import { limits, offered } from './upload.js';

const KINDS = ['image', 'video', 'document'];

/** They go on uploading while the form is closed: draft of forms → form → file. */
const chosen = new WeakMap();

export class Above extends Files {
  /**
   * @param stored what was kept of it, if the page was loaded since
   * @param kinds what may stand there
   */
  static of(kept, form, stored, kinds = KINDS) {
    if (!chosen.has(kept)) chosen.set(kept, {});
    const forms = chosen.get(kept);
    forms[form] ??= new Above(stored, kinds);
    return forms[form];
  }

  constructor(stored, kinds = KINDS) {
    super();
    this.kinds = kinds;
    if (stored) this.files = [stored];
  }

  refusal(file, kind, all) {
    if (this.kinds.includes(kind)) return super.refusal(file, kind, all);
    return this.kinds.length > 1 ? t('attach.refused.above') : t('template.fileKind', t(`kind.${this.kinds[0]}`));
  }

  async attach(file) {
    for (const entry of this.files) this.detach(entry);
    return super.attach(file);
  }

  /** The message has it now. */
  taken() {
    for (const entry of this.files) this.drop(entry);
  }

  /** @returns what a draft keeps of a file that the server has */
  get ready() {
    return keepable(this.files)[0];
  }

  /** @returns why the message cannot go yet, or null */
  get wrong() {
    const [entry] = this.files;
    if (!entry || entry.media) return null;
    return entry.problem ?? t('form.uploading');
  }
}

/** @returns an element in which the file is chosen, seen and taken away */
export function chooser(above) {
  const picker = el('input', { type: 'file', hidden: true, onchange: () => {
    if (picker.files[0]) above.attach(picker.files[0]);
    picker.value = '';
  } });
  const list = el('novelo-attachments');
  list.draft = above;
  const hint = el('small', { class: 'limits' });
  limits().then((all) => {
    const fitting = above.kinds.map((kind) => all.find((limit) => limit.kind === kind)).filter(Boolean);
    picker.accept = offered(fitting);
    if (fitting.length === KINDS.length) hint.textContent = t('form.fileLimits', ...fitting.map(({ maxBytes }) => sizeOf(maxBytes)));
    else if (fitting.length === 1) hint.textContent = t('template.fileLimit', sizeOf(fitting[0].maxBytes));
  });
  const only = above.kinds.length === 1 && t(`kind.${above.kinds[0]}`);
  return el('div', { class: 'field above' },
    el('span', { class: 'label' }, only || t('field.file'), only ? null : el('small', {}, ` (${t('form.optional')})`)),
    list, el('button', { type: 'button', class: 'plain', onclick: () => picker.click() }, only ? t('template.chooseFile') : t('form.chooseFile')), picker, hint,
    el('span', { class: 'wrong', role: 'alert' }));
}
