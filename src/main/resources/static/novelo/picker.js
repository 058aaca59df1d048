// <novelo-templates>: chooses one of the approved templates and fills it in. Fires `send` with `{messages, done}`; it closes
// only once the server has the message, and what was filled in stays until then.

import { get } from './api.js';
import { consenting } from './consenting.js';
import { el, icon, shadow } from './dom.js';
import { Filling } from './filling.js';
import { languageName } from './languages.js';
import css from './picker.css.js';
import { inPlainWords } from './problems.js';
import { has, named, t } from './texts.js';
import { plain } from './words.js';

/** More than this nobody looks through; he searches. */
const MOST = 200;

/** Whatever else there is, or will be, counts as advertising. */
const SERVICE = ['UTILITY', 'AUTHENTICATION'];

export class TemplatePicker extends HTMLElement {
  #about = {};
  #kept = {};
  #all = [];
  #chosen = null;

  #words = el('input', { type: 'search', autocomplete: 'off', oninput: () => this.#list() });
  #category = el('select', { onchange: () => this.#list() });
  #language = el('select', { onchange: () => this.#list() });
  #items = el('ul');
  #filling = new Filling({
    send: (detail) => this.dispatchEvent(new CustomEvent('send', { detail })),
    changed: () => this.dispatchEvent(new Event('filled')),
    sent: () => this.#dialog.close(),
    back: () => this.#choose(null),
  });
  #title = el('h2', { id: 'title' });
  #hint = el('p', { dir: 'auto' });
  #close = el('button', { type: 'button', class: 'round', onclick: () => this.#dialog.close() }, icon('cancelled'));
  #dialog = el('dialog', { 'aria-labelledby': 'title', onkeydown: (event) => this.#pressed(event), onclose: () => this.#dialog.open || this.#filling.leave() },
    el('div', { class: 'all' },
      el('div', { class: 'bar' }, el('div', {}, this.#title, this.#hint), this.#close),
      el('div', { class: 'choice' }, el('div', { class: 'search' }, this.#words, this.#category, this.#language), this.#items),
      this.#filling.element));

  constructor() {
    super();
    shadow(this, css, this.#dialog);
  }

  /**
   * @param about `{line, customer, id, language, may}`: id of the line that sends it, the customer's name, id and language (its
   *     templates come first), and what may be written to him (`mayWrite` of a conversation; nothing for whom nothing is known of)
   * @param kept where what is filled in stays until it is sent; each change fires `filled`
   */
  async open(about, kept) {
    this.#about = about;
    this.#kept = kept;
    this.#all = [];
    this.#speak();
    this.#items.replaceChildren();
    this.#filling.nothing(t('template.loading'));
    this.#dialog.showModal();
    this.#words.focus();
    try {
      const { items } = await get(`templates?line=${encodeURIComponent(about.line)}&limit=${MOST}`);
      this.#all = items.sort((one, other) => speaks(other, about) - speaks(one, about));
      this.#begin();
    } catch (problem) {
      this.#filling.nothing(t('write.notDone', inPlainWords(problem)));
    }
  }

  #begin() {
    options(this.#category, t('template.category'), this.#all.map(({ category }) => category), (category) => named('category', category));
    options(this.#language, t('template.language'), this.#all.map(({ language }) => language), languageName);
    const before = this.#all.find(({ id }) => id === this.#kept.template?.id);
    this.#choose(before && !this.#whyNot(before) ? before : null);
  }

  #speak() {
    const named = [[this.#words, 'template.search'], [this.#close, 'dialog.close'], [this.#items, 'template.pick']];
    for (const [element, key] of named) element.setAttribute('aria-label', t(key));
    this.#title.textContent = t('template.pick');
    this.#hint.textContent = t('template.pickHint', plain(this.#about.customer));
    this.#close.title = t('dialog.close');
    this.#words.placeholder = t('template.search');
  }

  #choose(template) {
    this.#chosen = template;
    this.#dialog.classList.toggle('chosen', template !== null);
    this.#list();
    if (template) this.#filling.begin(template, this.#kept, this.#about.customer);
    else this.#filling.nothing(t(this.#all.length > 0 ? 'template.choose' : 'template.noneHint'));
  }

  #list() {
    const words = this.#words.value.trim().toLocaleLowerCase();
    const shown = this.#all.filter(({ name, body, category, language }) => (!this.#category.value || category === this.#category.value)
      && (!this.#language.value || language === this.#language.value) && `${name} ${name.replaceAll('_', ' ')} ${body}`.toLocaleLowerCase().includes(words));
    this.#items.replaceChildren(...shown.map((template) => this.#item(template)), shown.length === 0 ? el('li', { class: 'nothing' }, t('template.none')) : '');
  }

  #item(template) {
    const why = this.#whyNot(template);
    const { id, name, category, language, body } = template;
    const act = () => (why ? this.#explain(template, why) : this.#choose(template));
    return el('li', {}, el('button', { type: 'button', class: why ? 'barred' : null, 'aria-current': String(id === this.#chosen?.id), onclick: act },
      el('strong', { dir: 'auto', title: plain(name) }, plain(name).replaceAll('_', ' ')),
      el('small', {}, `${named('category', category)} · ${languageName(language)}`),
      why ? el('small', { class: 'why' }, why) : el('small', { class: 'said', dir: 'auto' }, body)));
  }

  /** Whoever has never been asked may be asked now, and what he says is written down. */
  #explain(template, why) {
    const { id, may } = this.#about;
    this.#dialog.classList.add('chosen');
    if (!id || !template.usable || SERVICE.includes(template.category) || may?.why?.marketing !== 'noConsent') {
      this.#filling.nothing(why);
      return;
    }
    this.#filling.instead(consenting(id, why, () => {
      this.#about.may = { ...may, marketing: true };
      this.#choose(template);
    }));
  }

  /** @returns why it cannot be sent to this customer now, or null */
  #whyNot({ usable, whyNot, status, category }) {
    if (!usable) return whyNot === 'not-approved' && has(`template.status.${status}`) ? t(`template.status.${status}`) : named('template.whyNot', whyNot);
    const purpose = SERVICE.includes(category) ? 'service' : 'marketing';
    const { may } = this.#about;
    return may?.[purpose] === false ? named(`template.mayNot.${purpose}`, may.why?.[purpose] ?? 'noConsent') : null;
  }

  /** Up and down walk through the list. */
  #pressed(event) {
    event.stopPropagation(); // the webapps have keys of their own
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = [this.#words, ...this.#items.querySelectorAll('button')];
    const at = all.indexOf(this.shadowRoot.activeElement);
    if (!step || at < 0 || !all[at + step]) return;
    event.preventDefault();
    all[at + step].focus();
  }
}

/** What there is of it, and all of it; nothing to choose is not shown. */
function options(select, all, values, words) {
  const different = [...new Set(values)].sort();
  select.setAttribute('aria-label', all);
  select.replaceChildren(el('option', { value: '' }, all), ...different.map((value) => el('option', { value }, words(value))));
  select.hidden = different.length < 2;
}

/** WhatsApp writes `pt_BR`, we `pt` or `pt-BR`. */
function speaks({ language }, about) {
  return Number(language.split('_')[0] === about.language?.split('-')[0]);
}

customElements.define('novelo-templates', TemplatePicker);
