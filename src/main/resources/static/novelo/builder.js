// <novelo-builder>: a small dialog for what is more than words. Fires `send` with `{messages, done}`; it closes only once the
// server has the message, and what was filled in stays until then.

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

  #title = el('h2', { id: 'title' });
  #hint = el('p', { class: 'hint' });
  #fields = el('div', { class: 'fields' });
  #error = el('div', { class: 'error', role: 'alert', hidden: true });
  #send = el('button', { type: 'submit', class: 'solid' });
  #cancel = el('button', { type: 'button', class: 'plain', onclick: () => this.#dialog.close() });
  #dialog = el('dialog', { 'aria-labelledby': 'title', onkeydown: (event) => event.stopPropagation() },
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
    this.#draw({ ...given, ...(kept[form] ?? remembered(form)) });
    this.#dialog.showModal();
    this.#inputs.values().next().value.focus();
  }

  #draw(values) {
    this.#inputs.clear();
    const { fields } = FORMS[this.#form];
    const groups = Math.max(...fields.map(({ group }) => group ?? -1)) + 1;
    this.#shown = Math.max(1, ...fields.filter(({ group, name }) => group !== undefined && values[name]).map(({ group }) => group + 1));
    this.#fields.replaceChildren(...fields.map((field) => this.#field(field, values[field.name] ?? '')),
      groups > 0 ? el('button', { type: 'button', class: 'plain more', onclick: () => this.#another() }, icon('plus'), t(this.#form === 'menu' ? 'form.anotherRow' : 'form.anotherButton')) : '');
    this.#place(groups);
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
      this.#kept[this.#form] = this.#values();
      this.dispatchEvent(new Event('filled'));
    });
    counted();
    this.#inputs.set(name, input);
    return el('div', { class: 'field', 'data-group': group },
      el('label', { for: id }, group === undefined ? t(`field.${label}`) : `${t(`field.${label}`)} ${group + 1}`, must ? '' : el('small', {}, ` (${t('form.optional')})`)), count, input, el('span', { class: 'wrong', id: `${id}-wrong` }));
  }

  #values() {
    return Object.fromEntries([...this.#inputs].map(([name, input]) => [name, input.value.trim()]));
  }

  /** @returns whether everything is right; the first that is not has the cursor */
  #check(values) {
    const bad = FORMS[this.#form].fields.filter((field) => {
      const words = wrong(field, values[field.name], values);
      const input = this.#inputs.get(field.name);
      input.setAttribute('aria-invalid', String(words !== null));
      input.parentNode.querySelector('.wrong').textContent = words ?? '';
      return words !== null;
    });
    if (bad.length > 0) this.#inputs.get(bad[0].name).focus();
    return bad.length === 0;
  }

  #submit(event) {
    event.preventDefault();
    const values = this.#values();
    if (this.#send.disabled || !this.#check(values)) return;
    this.#send.disabled = true;
    this.#say(null);
    this.dispatchEvent(new CustomEvent('send', { detail: { messages: [{ request: FORMS[this.#form].make(values) }], done: (words) => this.#done(words, values) } }));
  }

  #done(words, values) {
    this.#send.disabled = false;
    this.#say(words);
    if (words) return;
    if (FORMS[this.#form].remembered) localStorage.setItem(PLACE, JSON.stringify(values));
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
