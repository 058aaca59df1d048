// Somebody whom nobody knows yet: he is written down with what he allows, before anything is sent to him.

import { post } from './api.js';
import { el } from './dom.js';
import { t } from './texts.js';

const NUMBER = /^\+?[\d\s().-]{8,24}$/;
const PURPOSES = ['SERVICE', 'MARKETING'];

/** @returns whether it is a whole number, as far as that can be seen */
export function isNumber(words) {
  return NUMBER.test(words);
}

export class Stranger {
  #name = el('input', { type: 'text', id: 'name', dir: 'auto', autocomplete: 'off', maxlength: '200' });
  #allows = new Map(PURPOSES.map((purpose) => [purpose, el('input', { type: 'checkbox', id: purpose })]));
  #proof = el('textarea', { id: 'proof', rows: '2', maxlength: '500', dir: 'auto' });
  #wrong = el('span', { class: 'wrong', role: 'alert' });

  element = el('fieldset', { hidden: true, oninput: () => { this.#wrong.textContent = ''; } }, el('legend', {}, t('start.new')),
    el('div', { class: 'field' }, el('label', { for: 'name' }, t('customer.name')), this.#name),
    ...[...this.#allows].map(([purpose, box]) => el('label', { class: 'tick' }, box, t(`consent.allows.${purpose}`))),
    el('div', { class: 'field' }, el('label', { for: 'proof' }, t('consent.proof')), this.#proof, el('small', {}, t('consent.proofHint'))), this.#wrong);

  get shown() {
    return !this.element.hidden;
  }

  set shown(may) {
    this.element.hidden = !may;
    this.#wrong.textContent = '';
  }

  /** @returns whether he may be written to */
  check() {
    const missing = this.#name.value.trim() === '' ? [this.#name, 'start.nameMissing']
      : this.#purposes.length === 0 ? [this.#allows.get('SERVICE'), 'start.consentMissing']
        : this.#proof.value.trim() === '' ? [this.#proof, 'consent.proofMust'] : null;
    this.#wrong.textContent = missing ? t(missing[1]) : '';
    missing?.[0].focus();
    return !missing;
  }

  /** @returns the customer; another who has the number already is he */
  async added(phone) {
    const consents = this.#purposes.map((purpose) => ({ purpose, state: 'GRANTED', source: 'AGENT', proof: this.#proof.value.trim() }));
    try {
      return await post('customers', { name: this.#name.value.trim(), phone, consents });
    } catch (problem) {
      if (problem.kind === 'customer-known' && problem.body.customer) return { id: problem.body.customer, name: phone };
      throw problem;
    }
  }

  get #purposes() {
    return PURPOSES.filter((purpose) => this.#allows.get(purpose).checked);
  }
}
