// What Meta is shown for the variables of a template: without samples it examines nothing.

import { el } from '../dom.js';
import { t } from '../texts.js';
import { plain } from '../words.js';

export class Samples {
  #inputs = new Map();

  element = el('div', { class: 'fields' });

  /** @param values by the keys of the variables */
  constructor(values, changed) {
    this.values = { ...values };
    this.changed = changed;
  }

  /** @param keys of what is in the text now; what was said of others is kept, they may come back */
  show(keys) {
    if ([...this.#inputs.keys()].join() === keys.join()) return;
    const kept = keys.map((key) => [key, this.#inputs.get(key) ?? this.#row(key)]);
    this.#inputs = new Map(kept);
    this.element.replaceChildren(...kept.map(([, { row }]) => row), kept.length === 0 ? el('p', { class: 'hint' }, t('sample.none')) : '');
  }

  /** @returns those of the text */
  get shown() {
    return Object.fromEntries([...this.#inputs.keys()].map((key) => [key, this.values[key] ?? '']));
  }

  check() {
    const missing = [...this.#inputs].filter(([key]) => !this.values[key]);
    for (const [key, { say }] of this.#inputs) say(this.values[key] ? null : t('form.must'));
    missing[0]?.[1].input.focus();
    return missing.length === 0;
  }

  refused(key, words) {
    this.#inputs.get(key)?.say(words);
    return this.#inputs.has(key);
  }

  #row(key) {
    const id = `sample-${key.replace(/\W/g, '-')}`;
    const wrong = el('span', { class: 'wrong', role: 'alert' });
    const input = el('input', { id, type: 'text', dir: 'auto', autocomplete: 'off', oninput: () => {
      this.values[key] = input.value.trim();
      wrong.textContent = '';
      this.changed();
    } });
    input.value = this.values[key] ?? '';
    const row = el('div', { class: 'field' }, el('label', { for: id }, t('sample.of', `{{${plain(key.replace(/^header\./, ''))}}}`)), input, wrong);
    return { row, input, say: (words) => { wrong.textContent = words ?? ''; } };
  }
}
