// <novelo-builder>: a small dialog for what is more than words. Fires `send` with `{messages, done}`; it closes only once the
// server has the message, and what was filled in stays until then.

import { Above, chooser } from './above.js';
import css from './builder.css.js';
import { el, icon, shadow } from './dom.js';
import { FORMS, wrong } from './forms.js';
import { t } from './texts.js';

const PLACE = 'novelo.place';

export class Builder extends HTMLElement {
  #form = '';
  #kept;
  #inputs = new Map();
  #shown = 1;
  #above = null;
  #aboveChanged = () => this.#filled();

  #title = el('h2', { id: 'title' });
  #hint = el('p', { class: 'hint' });
  #fields = el('div', { class: 'fields' });
  #error = el('div', { class: 'error', role: 'alert', hidden: true });
  #send = el('button', { type: 'submit', class: 'solid' });
  #cancel = el('button', { type: 'button', class: 'plain', onclick: () => this.#dialog.close() });
  #dialog = el('dialog', { 'aria-labelledby': 'title', onkeydown: (event) => event.stopPropagation(), onclose: () => this.#dialog.open || this.#leave() },
    el('form', { novalidate: true, onsubmit: (event) => this.#submit(event) },
      this.#title, this.#hint, this.#fields, this.#error, el('div', { class: 'ends' }, this.#cancel, this.#send)));

  constructor() {
    super();
    shadow(this, css, this.#dialog);
  }

  /**
   * @param form one of {@link FORMS}
   * @param kept values of forms by their names, where this one's are kept too; each change fires `filled`
   * @param given what is filled in already, unless there is something kept
   */
  open(form, kept, given) {
    this.#form = form;
    this.#kept = kept;
    this.#title.textContent = t(`build.${form}`);
    this.#hint.textContent = t(`build.${form}.hint`);
    this.#send.textContent = t('write.send');
    this.#cancel.textContent = t('dialog.cancel');
    this.#say(null);
    this.#leave();
    this.#draw({ ...given, ...(kept[form] ?? remembered(form)) });
    this.#dialog.showModal();
    this.#inputs.values().next().value.focus();
  }

  /** The file goes on without us. */
  #leave() {
    this.#above?.removeEventListener('change', this.#aboveChanged);
    this.#above = null;
    this.#inputs.clear();
    this.#fields.replaceChildren();
  }

  #draw(values) {
    const { fields } = FORMS[this.#form];
    const groups = Math.max(...fields.map(({ group }) => group ?? -1)) + 1;
    this.#shown = Math.max(1, ...fields.filter(({ group, name }) => group !== undefined && values[name]).map(({ group }) => group + 1));
    this.#fields.replaceChildren(...fields.map((field) => (field.file ? this.#file(values.file) : this.#field(field, values[field.name] ?? ''))),
      groups > 0 ? el('button', { type: 'button', class: 'plain more', onclick: () => this.#another() }, icon('plus'), t(this.#form === 'menu' ? 'form.anotherRow' : 'form.anotherButton')) : '');
    this.#place(groups);
    this.#head();
  }

  #file(stored) {
    this.#above = Above.of(this.#kept, this.#form, stored);
    this.#above.addEventListener('change', this.#aboveChanged);
    return chooser(this.#above);
  }

  /** Above stand words or a file. */
  #head() {
    if (!this.#above) return;
    this.#inputs.get('header').parentNode.hidden = this.#above.files.length > 0;
    this.#fields.querySelector('.above .wrong').textContent = '';
  }

  #filled() {
    this.#head();
    this.#kept[this.#form] = this.#values();
    this.dispatchEvent(new Event('filled'));
  }

  /** The button for one more stands after the last of them. */
  #place(groups) {
    const grouped = [...this.#fields.querySelectorAll('[data-group]')];
    for (const row of grouped) row.hidden = Number(row.dataset.group) >= this.#shown;
    const more = this.#fields.querySelector('.more');
    if (!more) return;
    grouped[grouped.length - 1].after(more);
    more.hidden = this.#shown >= groups;
  }

  #another() {
    this.#shown += 1;
    this.#place(new Set([...this.#fields.querySelectorAll('[data-group]')].map(({ dataset }) => dataset.group)).size);
    this.#inputs.get(`title.${this.#shown - 1}`).focus();
  }

  #field({ name, label = name, most, must, lines, type, group }, value) {
    const id = `field-${name.replace('.', '-')}`;
    const count = el('span', { class: 'count', 'aria-hidden': 'true' });
    const input = el(lines ? 'textarea' : 'input', { id, name, rows: lines, type: lines || type === 'number' ? null : type ?? 'text', inputmode: type === 'number' ? 'decimal' : null, 'aria-required': must ? 'true' : null, 'aria-describedby': `${id}-wrong`, dir: 'auto', autocomplete: 'off' });
    const counted = () => {
      const left = most - [...input.value].length;
      count.textContent = (most < 1000 || lines) && type === undefined ? `${most - left}/${most}` : '';
      count.classList.toggle('bad', left < 0);
    };
    input.value = value;
    input.addEventListener('input', () => {
      counted();
      this.#filled();
    });
    counted();
    this.#inputs.set(name, input);
    return el('div', { class: 'field', 'data-group': group },
      el('label', { for: id }, group === undefined ? t(`field.${label}`) : `${t(`field.${label}`)} ${group + 1}`, must ? '' : el('small', {}, ` (${t('form.optional')})`)), count, input, el('span', { class: 'wrong', id: `${id}-wrong` }));
  }

  #values() {
    return { ...Object.fromEntries([...this.#inputs].map(([name, input]) => [name, input.value.trim()])), file: this.#above?.ready };
  }

  /** @returns whether everything is right; the first that is not has the cursor */
  #check(values) {
    const missing = this.#above?.wrong ?? null;
    if (this.#above) this.#fields.querySelector('.above .wrong').textContent = missing ?? '';
    const bad = FORMS[this.#form].fields.filter(({ file }) => !file).filter((field) => {
      const words = wrong(field, values[field.name], values);
      const input = this.#inputs.get(field.name);
      input.setAttribute('aria-invalid', String(words !== null));
      input.parentNode.querySelector('.wrong').textContent = words ?? '';
      return words !== null;
    });
    if (bad.length > 0) this.#inputs.get(bad[0].name).focus();
    return bad.length === 0 && missing === null;
  }

  #submit(event) {
    event.preventDefault();
    const values = this.#values();
    if (this.#send.disabled || !this.#check(values)) return;
    this.#send.disabled = true;
    this.#say(null);
    const above = this.#above;
    this.dispatchEvent(new CustomEvent('send', { detail: { messages: [{ request: FORMS[this.#form].make(values), file: values.file?.media }], done: (words) => this.#done(words, values, above) } }));
  }

  #done(words, values, above) {
    this.#send.disabled = false;
    this.#say(words);
    if (words) return;
    if (FORMS[this.#form].remembered) localStorage.setItem(PLACE, JSON.stringify(values));
    this.#leave();
    above?.taken();
    delete this.#kept[this.#form];
    this.dispatchEvent(new Event('filled'));
    this.#dialog.close();
  }

  #say(words) {
    this.#error.textContent = words ?? '';
    this.#error.hidden = !words;
  }
}

/** Not tied to a conversation: the company's own place is the same for everybody. */
function remembered(form) {
  return FORMS[form].remembered ? JSON.parse(localStorage.getItem(PLACE) ?? '{}') : {};
}

customElements.define('novelo-builder', Builder);
