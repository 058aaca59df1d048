// One template being filled in: its values, the file above it, and what the customer will see of it.

import { Above, chooser } from './above.js';
import { el } from './dom.js';
import { asMessage, preview } from './template.js';
import { t } from './texts.js';
import { valueFields } from './values.js';

const FILES = { IMAGE: 'image', VIDEO: 'video', DOCUMENT: 'document' };

export class Filling {
  #template = null;
  #fields = null;
  #above = null;
  #kept = {};
  #redraw = () => this.#show();

  #preview = el('div');
  #error = el('div', { class: 'error', role: 'alert', hidden: true });
  #send = el('button', { type: 'submit', class: 'solid' });

  element = el('div', { class: 'fill' });

  /** @param on `{send({messages, done}), changed(), back()}` */
  constructor(on) {
    this.on = on;
  }

  /** Words where nothing is chosen. */
  nothing(words) {
    this.instead(el('p', { class: 'hint' }, words), el('button', { type: 'button', class: 'plain return', onclick: this.on.back }, t('template.others')));
  }

  /** Something else than a template to fill in. */
  instead(...nodes) {
    this.leave();
    this.element.replaceChildren(...nodes);
    this.element.querySelector('textarea')?.focus();
  }

  /**
   * @param template as `GET /templates` shows it
   * @param kept where what is filled in is kept, as `template`
   * @param customer whose name is proposed
   */
  begin(template, kept, customer) {
    this.leave();
    this.#template = template;
    this.#kept = kept;
    const before = kept.template?.id === template.id ? kept.template : {};
    this.#fields = valueFields(template, before.values ?? {}, customer, this.#redraw);
    this.#above = this.#fileAbove(before.file);
    this.#send.textContent = t('write.send');
    this.#say(null);
    this.element.replaceChildren(el('form', { novalidate: true, onsubmit: (event) => this.#submit(event) },
      ...(template.variables.length > 0 ? [this.#fields.element] : []), ...(this.#above ? [chooser(this.#above)] : []), this.#preview, this.#error,
      el('div', { class: 'ends' }, el('button', { type: 'button', class: 'plain return', onclick: this.on.back }, t('template.others')), this.#send)));
    this.#show();
    (this.element.querySelector('input:not([type=file])') ?? this.#send).focus();
  }

  leave() {
    this.#above?.removeEventListener('change', this.#redraw);
    this.#above = null;
    this.#template = null;
    this.element.replaceChildren();
  }

  /** Nobody but the sender can say which file it is. */
  #fileAbove(stored) {
    const kind = FILES[this.#template.header?.type];
    if (!kind) return null;
    const above = Above.of(this.#kept, `template ${this.#template.id}`, stored, [kind]);
    above.addEventListener('change', this.#redraw);
    return above;
  }

  #show() {
    const { values } = this.#fields;
    const [file] = this.#above?.files ?? [];
    this.#preview.replaceChildren(preview(this.#template, values, file?.kind === 'image' ? file.local ?? file.media?.thumbnailUrl : null));
    this.#kept.template = { id: this.#template.id, values, file: this.#above?.ready };
    this.on.changed();
  }

  #submit(event) {
    event.preventDefault();
    if (this.#send.disabled || !this.#fields.check()) return;
    const missing = this.#above && (this.#above.files.length === 0 ? t('template.fileMissing') : this.#above.wrong);
    this.#say(missing);
    if (missing) return;
    this.#send.disabled = true;
    const [above, { name, language }, { values }, file] = [this.#above, this.#template, this.#fields, this.#above?.ready?.media];
    const request = { kind: 'template', name, language, values, media: file?.id };
    const shown = { kind: 'template', ...asMessage(this.#template, values, file?.id) };
    this.on.send({ messages: [{ request, file, shown }], done: (words, problem) => this.#done(words, problem, above) });
  }

  #done(words, problem, above) {
    this.#send.disabled = false;
    const atField = words && problem?.kind === 'bad-request' && this.#fields.refused(problem.body?.field);
    this.#say(atField ? null : words);
    if (words) return;
    above?.taken();
    delete this.#kept.template;
    this.on.changed();
    this.on.sent();
  }

  #say(words) {
    this.#error.textContent = words ?? '';
    this.#error.hidden = !words;
  }
}
