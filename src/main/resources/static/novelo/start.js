// <novelo-start>: a conversation that we begin: with whom, from which line, with which template.

import { get, newKey, post } from './api.js';
import { openConversation } from './aside.js';
import { el, shadow } from './dom.js';
import { phoneNumber } from './numbers.js';
import './picker.js';
import { inPlainWords } from './problems.js';
import css from './start.css.js';
import { Stranger, isNumber } from './stranger.js';
import { t } from './texts.js';
import { plain } from './words.js';

/** So many are offered; whoever is not among them is found by more of his name. */
const OFFERED = 8;

/** Waits until the reader has stopped typing. */
const TYPED_MILLIS = 300;
const LONGEST_NOTE = 1000;

export class Start extends HTMLElement {
  #about = {};
  #to = null;
  #kept = {};
  #key = newKey();
  #waiting;
  #asked = 0;

  #who = el('input', { type: 'search', id: 'who', autocomplete: 'off', dir: 'auto', oninput: () => this.#typed() });
  #found = el('ul', { 'aria-label': t('start.found') });
  #stranger = new Stranger();
  #line = el('select', { id: 'line' });
  #note = el('input', { type: 'text', id: 'note', maxlength: String(LONGEST_NOTE), dir: 'auto', autocomplete: 'off' });
  #error = el('p', { class: 'error', role: 'alert', hidden: true });
  #on = el('button', { type: 'submit', class: 'solid' }, t('template.pick'));
  #picker = el('novelo-templates', { onsend: ({ detail }) => this.#send(detail) });
  #dialog = el('dialog', { 'aria-labelledby': 'title', onkeydown: (event) => event.stopPropagation(), onclose: () => this.#dialog.open || this.remove() },
    el('form', { novalidate: true, onsubmit: (event) => this.#pick(event) }, el('h2', { id: 'title' }, t('start.title')),
      el('p', { class: 'hint' }, t('start.hint')),
      el('div', { class: 'field' }, el('label', { for: 'who' }, t('start.who')), this.#who, this.#found),
      this.#stranger.element,
      el('div', { class: 'field' }, el('label', { for: 'line' }, t('start.line')), this.#line),
      el('div', { class: 'field' }, el('label', { for: 'note' }, t('start.note'), el('small', {}, ` (${t('form.optional')})`)), this.#note), this.#error,
      el('div', { class: 'ends' }, el('button', { type: 'button', class: 'plain', onclick: () => this.#dialog.close() }, t('dialog.cancel')), this.#on)));

  constructor() {
    super();
    shadow(this, css, this.#dialog, this.#picker);
  }

  /** @param about `{customer?, me, manager}`: to whom, if that is decided, and who writes */
  async open(about) {
    this.#about = about;
    this.#dialog.showModal();
    if (about.customer) this.#choose(about.customer);
    else this.#who.focus();
    await this.#trying(async () => {
      const lines = (await get('lines')).items.filter(({ active }) => active);
      this.#line.replaceChildren(...lines.map(({ id, name, display }) => el('option', { value: id }, name === display ? display : `${plain(name)} (${display})`)));
    });
  }

  #typed() {
    this.#say(null);
    this.#to = null;
    this.#stranger.shown = false;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#search(this.#who.value.trim()), TYPED_MILLIS);
  }

  /** A whole number that nobody has may be a stranger's. */
  async #search(words) {
    this.#asked += 1;
    const mine = this.#asked;
    const query = isNumber(words) ? `phone=${encodeURIComponent(words)}` : `q=${encodeURIComponent(words)}`;
    const { items } = words.length < 2 ? { items: [] } : await get(`customers?limit=${OFFERED}&${query}`).catch(() => ({ items: [] }));
    if (mine !== this.#asked || this.#to) return;
    this.#found.replaceChildren(...items.map((customer) => el('li', {}, this.#offer(customer))));
    this.#stranger.shown = items.length === 0 && isNumber(words);
  }

  #offer(customer) {
    return el('button', { type: 'button', onclick: () => this.#choose(customer) },
      el('strong', { dir: 'auto' }, plain(customer.name)), el('small', {}, customer.phoneDisplay ?? phoneNumber(customer.phone) ?? ''));
  }

  #choose(customer) {
    this.#to = customer;
    this.#who.value = plain(customer.name);
    this.#found.replaceChildren();
    this.#stranger.shown = false;
    this.#line.focus();
  }

  async #pick(event) {
    event.preventDefault();
    if (!this.#to && !this.#stranger.shown) {
      this.#say(t('start.whoMissing'));
      return;
    }
    if (!this.#to && !this.#stranger.check()) return;
    this.#on.disabled = true;
    await this.#trying(async () => {
      this.#to ??= await this.#stranger.added(this.#who.value.trim());
      const { id, name, language, consents } = await get(`customers/${encodeURIComponent(this.#to.id)}`);
      this.#picker.open({ line: this.#line.value, customer: name, id, language, may: may(consents) }, this.#kept);
    });
    this.#on.disabled = false;
  }

  /** A second try after a failure of the network changes nothing if the first did arrive. */
  async #send({ messages: [{ request: { kind, ...template } }], done }) {
    const { id, name } = this.#to;
    try {
      const begun = await post('conversations', { customer: id, line: this.#line.value, template, note: this.#note.value.trim() || undefined }, { 'Idempotency-Key': this.#key });
      done(null);
      this.#dialog.close();
      openConversation({ conversation: begun.id, name: plain(name), me: this.#about.me, manager: this.#about.manager }, () => {});
    } catch (problem) {
      if (problem.status !== 0) this.#key = newKey();
      done(t('write.notSent', inPlainWords(problem)), problem);
    }
  }

  async #trying(work) {
    this.#say(null);
    try {
      await work();
    } catch (problem) {
      this.#say(t('write.notDone', inPlainWords(problem)));
    }
  }

  #say(words) {
    this.#error.textContent = words ?? '';
    this.#error.hidden = !words;
  }
}

/** What his consents let us write. Whether a stranger has ever written, the server knows. */
function may(consents) {
  const state = (purpose) => consents.find((consent) => consent.purpose === purpose)?.state;
  const [marketing, service] = [state('MARKETING'), state('SERVICE')];
  return {
    marketing: marketing === 'GRANTED', service: service !== 'WITHDRAWN',
    why: { marketing: marketing === 'WITHDRAWN' ? 'optedOut' : 'noConsent', service: 'optedOut' },
  };
}

customElements.define('novelo-start', Start);

/** @param about see {@link Start#open} */
export function start(about) {
  const dialog = new Start();
  document.body.append(dialog);
  return dialog.open(about);
}
