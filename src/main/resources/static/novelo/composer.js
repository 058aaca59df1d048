// <novelo-composer>: where the agent writes. What he has prepared is never lost: it stays until the server has it.
// Fires `send` with `{messages, done}` and `typing`.

import './attachments.js';
import css from './composer.css.js';
import { CAPTION, LONGEST, faces } from './composing.js';
import { el, icon, shadow } from './dom.js';
import { Draft } from './draft.js';
import { counter, field, grow } from './field.js';
import { replyBar, turnBar } from './bars.js';
import { Recording } from './recording.js';
import { reminderBar } from './reminder.js';
import { t } from './texts.js';
import { limits, offered } from './upload.js';
import './builder.js';
import './picker.js';

const HAS_ADDRESS = /https?:\/\/\S/i;

export class Composer extends HTMLElement {
  #draft = new Draft('');
  #customer = '';
  #about;
  #open = false;
  #busy = false;
  #changed = () => this.#show();

  #text = field({ typed: () => this.#typed(), pressed: (event) => this.#pressed(event), files: (files) => this.attach(files) });
  #send = el('button', { type: 'button', class: 'send', onclick: () => this.#submit() }, icon('send'));
  #count = counter();
  #hint = el('span', { class: 'hint' });
  #error = el('div', { class: 'error', role: 'alert', hidden: true });
  #turn = turnBar();
  #reply = replyBar(() => this.replyTo(null));
  #remind = reminderBar({ planned: () => this.#reminded(), message: () => this.#submit(true) });
  #files = el('novelo-attachments', { hidden: true });
  #picker = el('input', { type: 'file', multiple: true, hidden: true, onchange: ({ target }) => {
    this.attach([...target.files]);
    target.value = '';
  } });
  #preview = el('label', { class: 'preview', hidden: true }, el('input', { type: 'checkbox', onchange: ({ target }) => { this.#draft.preview = target.checked; this.#draft.keep(); } }), el('span'));
  #builder = el('novelo-builder', { onsend: ({ detail }) => this.#built(detail), onfilled: () => this.#draft.keep() });
  #templates = el('novelo-templates', { onsend: ({ detail }) => this.#dispatch(detail), onfilled: () => this.#draft.keep() });
  #more = faces({ template: () => this.template(), remind: () => this.#toRemind(), files: () => this.#picker.click(), build: (form) => this.#builder.open(form, this.#draft.forms, { text: this.#text.value }), emoji: () => this.#emoji() });
  #row = el('div', { class: 'row' }, this.#more.element, this.#text);
  #voice = new Recording(this.#row, { recorded: (file) => this.#recorded(file), left: () => this.focus(), failed: (words) => { this.error = words; } });

  constructor() {
    super();
    this.#row.append(this.#voice.button, this.#send);
    shadow(this, css, this.#turn.element, this.#error, this.#reply.element, this.#remind.element, this.#files, this.#row, this.#voice.element,
      el('div', { class: 'foot' }, this.#hint, this.#preview, this.#count.element), this.#picker, this.#builder, this.#templates);
  }

  disconnectedCallback() {
    this.#draft.removeEventListener('change', this.#changed);
  }

  /** @param conversation whose draft it is @param customer whom one writes to */
  begin(conversation, customer) {
    this.#draft.removeEventListener('change', this.#changed);
    this.#draft = Draft.of(conversation);
    this.#draft.addEventListener('change', this.#changed);
    this.#customer = customer;
    this.#text.setAttribute('aria-label', t('write.label'));
    this.#send.title = t('write.send');
    this.#send.setAttribute('aria-label', t('write.send'));
    this.#voice.speak();
    this.#more.speak();
    this.#remind.speak();
    this.#remind.clear();
    this.#hint.textContent = `${t('write.hint')} · ${t('write.key')}`;
    this.#preview.lastChild.textContent = t('write.preview');
    this.#files.draft = this.#draft;
    this.#show();
    limits().then((all) => { this.#picker.accept = offered(all); });
  }

  /** @param state as `turnOf` tells it: whether one may write freely or by template, and who has the word */
  set state({ open, template, note, kind, actions }) {
    this.#open = open;
    this.#more.offer('template', template);
    this.#turn.show({ note, kind, actions });
    this.#able();
  }

  /** @param conversation as the API shows it. A known number is nothing to ask the customer for */
  set about(conversation) {
    this.#about = conversation;
    this.#more.offer('build.contact_request', !conversation.customer.phone);
  }

  /** The way to a customer who has not written for a day. */
  template() {
    const { line, customer: { id }, language, mayWrite } = this.#about;
    this.#templates.open({ line: line.id, customer: this.#customer, id, language, may: mayWrite }, this.#draft.forms);
  }

  set error(words) {
    this.#error.textContent = words ?? '';
    this.#error.hidden = !words;
  }

  focus() {
    this.#text.focus();
  }

  replyTo(message) {
    this.#draft.answer(message);
    this.focus();
  }

  /** Files that were dropped somewhere on the conversation. */
  attach(files) {
    if (!this.#open) return;
    for (const file of files) this.#draft.attach(file);
    this.focus();
  }

  #show() {
    if (this.#text.value !== this.#draft.text) this.#text.value = this.#draft.text;
    const { reply, captioned } = this.#draft;
    this.#reply.show(reply);
    this.#text.placeholder = captioned ? t('write.caption') : t('write.placeholder', this.#customer);
    this.#preview.firstChild.checked = this.#draft.preview;
    grow(this.#text);
    this.#able();
  }

  #able() {
    const most = this.#draft.captioned ? CAPTION : LONGEST;
    const length = [...this.#text.value].length;
    this.#text.disabled = !this.#open;
    this.#more.disabled = !this.#open || this.#busy;
    this.#send.disabled = !this.#open || this.#busy || length > most || !this.#draft.isReady;
    const nothing = this.#text.value === '' && this.#draft.files.length === 0;
    this.classList.toggle('shut', !this.#open && nothing);
    this.#voice.button.disabled = !this.#open || this.#busy;
    this.#voice.button.hidden = !nothing;
    this.#send.hidden = nothing;
    this.#preview.hidden = this.#draft.captioned || !HAS_ADDRESS.test(this.#text.value);
    this.#count.show(length, most);
  }

  #typed() {
    this.#draft.text = this.#text.value;
    this.#draft.keep();
    grow(this.#text);
    this.#remind.read(this.#draft.captioned ? '' : this.#text.value, this.#about?.id);
    this.#able();
    if (this.#text.value.trim() !== '') this.dispatchEvent(new Event('typing'));
  }

  #pressed(event) {
    if (event.key === 'Escape' && this.#draft.reply) {
      event.preventDefault(); // or a dialog around it closes
      this.replyTo(null);
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#submit();
    }
  }

  #emoji() {
    this.dispatchEvent(new CustomEvent('emoji', { detail: (emoji) => {
      if (emoji) this.#text.setRangeText(emoji, this.#text.selectionStart, this.#text.selectionEnd, 'end');
      this.#typed();
      this.focus();
    } }));
  }

  #recorded(file) {
    this.#draft.attach(file, true);
    this.#send.focus();
  }

  /** Words that went into a form are said with it, and it answers what was to be answered. */
  #built({ messages: [{ request, file }], done }) {
    const replyTo = this.#draft.reply?.providerId;
    this.#dispatch({ messages: [{ request: { ...request, replyTo }, file, taken: () => this.#draft.said(request.text) }], done });
  }

  /** The line is for oneself; its words stay if there are any. */
  #toRemind() {
    this.#text.value = `${t('remind.verb')} ${this.#text.value}`;
    this.#typed();
    this.focus();
  }

  #reminded() {
    this.#draft.text = '';
    this.#draft.keep();
    this.#show();
    this.focus();
  }

  /** @param asMessage it goes to the customer, whatever it begins with */
  #submit(asMessage = false) {
    if (this.#send.disabled || this.#send.hidden) return;
    if (!asMessage) this.#remind.read(this.#draft.captioned ? '' : this.#text.value, this.#about?.id); // a draft that has come back
    if (this.#remind.active && !asMessage) {
      this.#remind.plan();
      return;
    }
    this.#remind.clear();
    this.#dispatch({ messages: this.#draft.messages(), done: () => this.focus() });
  }

  /** The listener of `send` calls `detail.done(words, problem)`: null when the server has everything, else why it has not. */
  #dispatch({ messages, done }) {
    this.#busy = true;
    this.#able();
    this.dispatchEvent(new CustomEvent('send', { detail: { messages, done: (words, problem) => {
      this.#busy = false;
      this.#show();
      done(words, problem);
    } } }));
  }
}

customElements.define('novelo-composer', Composer);
