// A form: fields with what is wrong at each of them, said before it is sent, and what the server refuses at its field.

import { el } from '../dom.js';
import { has, t } from '../texts.js';
import { inSentence } from './told.js';
import { input } from './inputs.js';

let forms = 0;

/**
 * Fields: `{name, label, hint?, kind?, most?, must?, options?, lines?, rule?, only?}`. `kind` is `text` (default), `area`, `choice`,
 * `tick`, `secret`, `number`, `date`, `moment`, `several` (a list of what is ticked) or `own` (then `node` is shown, and it is no value); `rule(value, all)` says what is wrong or nothing; `only(all)`
 * tells whether it is asked for at all. Lengths are code points, as WhatsApp counts.
 */
export class Form {
  #fields;
  #rows = new Map();
  #error = el('p', { class: 'error', role: 'alert', hidden: true });
  #send;
  #busy = false;
  #before;

  /** @param about `{values, save(values), label, cancel, changed(values)}`: `save` throws what the server refuses */
  constructor(fields, { values = {}, save, label, cancel, changed = () => {} }) {
    this.#fields = fields;
    this.save = save;
    this.changed = changed;
    forms += 1;
    for (const field of fields) this.#rows.set(field.name, this.#row(field, values[field.name], `f${forms}-${field.name.replace(/\W/g, '-')}`));
    this.#send = el('button', { type: 'submit', class: 'solid' }, label);
    this.fields = el('div', { class: 'fields' }, ...[...this.#rows.values()].map(({ row }) => row));
    this.element = el('form', { novalidate: true, onsubmit: (event) => this.#submit(event) }, this.fields, this.#error,
      el('div', { class: 'ends' }, cancel && el('button', { type: 'button', class: 'plain', onclick: cancel }, t('dialog.cancel')), this.#send));
    this.#ask();
    this.kept();
  }

  get values() {
    return Object.fromEntries([...this.#rows].filter(([, { read }]) => read).map(([name, { read }]) => [name, read()]));
  }

  /** What is filled in now is what is stored. */
  kept() {
    this.#before = JSON.stringify(this.values);
  }

  get unsaved() {
    return !this.#busy && JSON.stringify(this.values) !== this.#before;
  }

  /** Says it at the field, or takes it away. */
  wrong(name, words) {
    const { control, wrong } = this.#rows.get(name);
    wrong.textContent = words ?? '';
    control?.setAttribute('aria-invalid', String(Boolean(words)));
  }

  focus(name = this.#fields[0].name) {
    const { control, row } = this.#rows.get(name);
    (control ?? row.querySelector('input, textarea, select, button'))?.focus();
  }

  /** Other values than the reader's own, such as those that another field proposes. */
  fill(name, value) {
    const { control } = this.#rows.get(name);
    control.value = value;
    control.dispatchEvent(new Event('input'));
  }

  /** @returns whether nothing is wrong; the first that is has the cursor */
  check() {
    const all = this.values;
    const bad = this.#fields.filter(({ name }) => !this.#rows.get(name).row.hidden).filter((field) => {
      const words = wrongWith(field, all[field.name], all);
      this.wrong(field.name, words);
      return Boolean(words);
    });
    if (bad.length > 0) this.focus(bad[0].name);
    return bad.length === 0;
  }

  /** @returns nothing; a refusal that names no field of ours is said above the buttons */
  refused(problem) {
    const name = problem.kind === 'bad-request' && this.#fieldOf(String(problem.body.field ?? ''));
    if (!name) {
      this.#say(inSentence(problem));
      return;
    }
    this.wrong(name, refusal(problem));
    this.focus(name);
  }

  #fieldOf(path) {
    return [...this.#rows.keys()].find((name) => path === name) ?? [...this.#rows.keys()].find((name) => path.split(/[.[]/).includes(name));
  }

  #row(field, value, id) {
    const wrong = el('span', { class: 'wrong', id: `${id}-wrong`, role: 'alert' });
    const hint = field.hint && el('p', { class: 'hint', id: `${id}-hint` }, field.hint);
    const count = el('span', { class: 'count', 'aria-hidden': 'true' });
    if (field.kind === 'own') return { row: el('div', { class: 'field' }, field.label && el('span', { class: 'label' }, field.label), hint, el('div', { class: 'box' }, field.node), wrong), wrong };
    const { control, box, read, counted } = input(field, value, { id, described: [hint && `${id}-hint`, `${id}-wrong`].filter(Boolean).join(' ') });
    const show = () => {
      count.textContent = counted && field.most ? `${counted()}/${field.most}` : '';
      count.classList.toggle('bad', Boolean(counted && field.most) && counted() > field.most);
    };
    control.addEventListener('input', () => {
      show();
      this.wrong(field.name, null);
      this.#ask();
      this.changed(this.values);
    });
    show();
    const needed = field.must || (field.kind === 'choice' && field.options.every(({ value: one }) => one !== ''));
    const label = field.kind === 'tick' ? null : el('label', { for: id }, field.label, needed ? null : el('small', {}, ` (${t('form.optional')})`));
    return { row: el('div', { class: 'field' }, label, label && count, box, hint, wrong), wrong, control, read };
  }

  #ask() {
    const all = this.values;
    for (const { name, only } of this.#fields) if (only) this.#rows.get(name).row.hidden = !only(all);
  }

  async #submit(event) {
    event.preventDefault();
    this.#say(null);
    if (this.#busy || !this.check()) return;
    this.#busy = true;
    this.#send.disabled = true;
    try {
      await this.save(this.values);
      this.kept();
    } catch (problem) {
      this.refused(problem);
    } finally {
      this.#busy = false;
      this.#send.disabled = false;
    }
  }

  #say(words) {
    this.#error.textContent = words ?? '';
    this.#error.hidden = !words;
  }
}

/** @returns what is wrong with a value, or null */
export function wrongWith({ must, most, rule }, value, all) {
  if (value === '' || value === null || value === undefined || value.length === 0) return must ? t('form.must') : rule?.(value, all) ?? null;
  const length = typeof value === 'string' ? [...value].length : 0;
  if (most && length > most) return t('write.tooLong', length - most);
  return rule?.(value, all) ?? null;
}

/** What the server says of a field; its English only where we have no words of our own for the reason. */
function refusal({ body }) {
  const key = `refused.reason.${body.reason}`;
  return has(key) ? t(key) : t('refused.field', body.detail ?? '');
}
