// The buttons of a template, each a row that can be taken away.

import { el, icon } from '../dom.js';
import { t } from '../texts.js';
import { act } from './bits.js';
import { MOST, MOST_OF, buttons as check } from './template-rules.js';

const TYPES = Object.keys(MOST_OF);

/** What stands behind the words of each kind. */
const VALUES = { URL: 'url', PHONE_NUMBER: 'tel', COPY_CODE: 'text' };

export class ButtonRows {
  #rows = [];
  #list = el('div', { class: 'fields' });
  #more = act(t('form.anotherButton'), 'plus', () => this.#add({ type: 'QUICK_REPLY', text: '', value: '', example: '' }, true));

  element = el('div', { class: 'fields' }, this.#list, el('div', { class: 'acts' }, this.#more));

  /** @param buttons `{type, text, value, example}` */
  constructor(buttons, changed) {
    this.changed = changed;
    for (const button of buttons) this.#add(button);
    this.#more.hidden = this.#rows.length >= MOST.buttons;
  }

  get values() {
    return this.#rows.map(({ read }) => read());
  }

  /** @returns whether all are right; the first that is not has the cursor */
  check() {
    const wrong = check(this.values);
    wrong.forEach((words, place) => this.#rows[place].say(words));
    const first = wrong.findIndex(Boolean);
    if (first >= 0) this.#rows[first].element.querySelector('input:not([hidden])').focus();
    return first < 0;
  }

  refused(place, words) {
    this.#rows[place]?.say(words);
  }

  #add(button, fresh = false) {
    const row = this.#row(button);
    this.#rows.push(row);
    this.#list.append(row.element);
    this.#more.hidden = this.#rows.length >= MOST.buttons;
    if (fresh) {
      row.element.querySelector('select').focus();
      this.changed();
    }
  }

  #row({ type, text, value, example }) {
    const kind = el('select', { 'aria-label': t('button.type'), onchange: () => { show(); this.changed(); } }, ...TYPES.map((one) => el('option', { value: one, selected: one === type }, t(`button.${one}`))));
    const label = this.#input('button.label', text, MOST.label);
    const behind = this.#input('button.url', value ?? '', MOST.url);
    const sample = this.#input('button.example', example ?? '', MOST.url);
    const wrong = el('span', { class: 'wrong', role: 'alert' });
    const away = el('button', { type: 'button', class: 'round', 'aria-label': t('button.remove'), title: t('button.remove'), onclick: () => this.#remove(row) }, icon('bin'));
    const element = el('fieldset', { class: 'button-row' }, el('div', { class: 'sides' }, kind, label, behind, sample), away, wrong);
    const show = () => {
      label.hidden = kind.value === 'COPY_CODE';
      behind.hidden = !VALUES[kind.value];
      sample.hidden = kind.value !== 'URL' || !behind.value.trim().endsWith('{{1}}');
      behind.type = VALUES[kind.value] === 'tel' ? 'tel' : 'text';
      behind.placeholder = t(`button.value.${kind.value}`);
      behind.setAttribute('aria-label', behind.placeholder);
    };
    behind.addEventListener('input', show);
    show();
    const row = {
      element, say: (words) => { wrong.textContent = words ?? ''; },
      read: () => ({ type: kind.value, text: label.value.trim(), value: behind.hidden ? '' : behind.value.trim(), example: sample.hidden ? '' : sample.value.trim() }),
    };
    element.addEventListener('input', () => { row.say(null); this.changed(); });
    return row;
  }

  #input(key, value, most) {
    const input = el('input', { type: 'text', dir: 'auto', autocomplete: 'off', maxlength: String(most), placeholder: t(key), 'aria-label': t(key) });
    input.value = value;
    return input;
  }

  #remove(row) {
    this.#rows = this.#rows.filter((other) => other !== row);
    row.element.remove();
    this.#more.hidden = false;
    this.#more.focus();
    this.changed();
  }
}
