// What a lead was offered: files with their versions, and documents of the conversation that could be one.

import { get, post, uploaded } from '../api.js';
import { el, icon } from '../dom.js';
import { sizeOf } from '../media.js';
import { t } from '../texts.js';
import { when } from '../time.js';
import { plain } from '../words.js';
import { worth } from './says.js';
import { termsForm, until } from './terms.js';

/** So far back documents are offered; messages. */
const LOOKED_AT = 100;
const MOST_OFFERED = 5;

const API = new URL('../../', import.meta.url);

export class ProposalList {
  #lead = null;
  #items = [];
  #sent = [];
  #written = '';
  #open = false;
  #currency = '';
  #list = el('ul', { class: 'proposals' });
  #offers = el('div', { class: 'offers' });
  #terms = el('div', { class: 'asking', hidden: true });
  #picker = el('input', { type: 'file', hidden: true, accept: '.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp,.rtf,.txt,.csv,image/jpeg,image/png,image/webp', onchange: () => this.#picked() });
  #add = el('button', { type: 'button', class: 'plain', 'data-key': 'propose', onclick: () => this.#picker.click() }, icon('upload'), t('proposal.add'));

  element = el('section', { class: 'proposals-of', 'aria-labelledby': 'proposals', hidden: true },
    el('h3', { id: 'proposals' }, t('proposal.title')), this.#list, this.#offers, this.#terms, this.#picker, this.#add);

  /** @param lead as the server shows it, or null. @param open whether something may still be added. @param currency of a price, where it has none yet */
  async show(lead, open, currency = '') {
    if (lead?.number !== this.#lead?.number) {
      this.#items = [];
      this.#sent = [];
      this.#written = '';
      this.#ended();
    }
    this.#currency = lead?.currency ?? currency;
    this.#lead = lead;
    this.element.hidden = !lead;
    this.#open = open;
    if (!open) this.#ended();
    this.#add.hidden = !open || !this.#terms.hidden;
    if (!lead) return;
    const path = this.#path;
    const [{ items }, messages] = await Promise.all([get(path), open && lead.conversation ? sentDocuments(lead.conversation) : []]).catch(() => [{ items: this.#items }, this.#sent]);
    if (path !== this.#path) return;
    this.#items = items;
    this.#sent = messages;
    this.#draw();
  }

  get #path() {
    return this.#lead && `leads/${encodeURIComponent(this.#lead.number)}/proposals`;
  }

  #draw() {
    const offered = this.#sent.filter(({ id }) => !this.#items.some(({ message }) => message === id)).slice(0, MOST_OFFERED);
    const written = JSON.stringify([this.#items, offered.map(({ id }) => id)]);
    if (written === this.#written) return;
    this.#written = written;
    const held = this.element.getRootNode().activeElement?.dataset.key;
    this.#list.replaceChildren(...this.#items.map((item, place) => el('li', {},
      icon('document'),
      el('div', {}, el('a', { href: new URL(item.url.slice(1), API).href, download: '', dir: 'auto', 'data-key': `version-${item.version}` }, plain(item.name)),
        el('small', { dir: 'auto' }, [t('proposal.version', item.version), worth(item), item.validUntil && until(item.validUntil), sizeOf(item.size), plain(item.addedByName), when(item.addedAt)].filter(Boolean).join(' · '))),
      place === 0 && this.#items.length > 1 && el('span', { class: 'newest' }, t('proposal.newest')))));
    this.#list.hidden = this.#items.length === 0;
    this.#offers.replaceChildren(...offered.map((message) => el('p', {},
      el('span', { dir: 'auto' }, t('proposal.sent', plain(message.media.filename), when(message.at))),
      el('button', { type: 'button', class: 'plain', 'data-key': `sent-${message.id}`, onclick: () => this.#ask(message.media.filename, (terms) => post(this.#path, { message: message.id, ...terms })) }, t('proposal.take')))));
    if (held) [...this.element.querySelectorAll('[data-key]')].find(({ dataset }) => dataset.key === held)?.focus();
  }

  #picked() {
    const [file] = this.#picker.files;
    this.#picker.value = '';
    if (file && this.#lead) this.#ask(file.name, (terms) => this.#upload(file, terms));
  }

  #upload(file, terms) {
    const form = new FormData();
    form.append('file', file);
    for (const [name, value] of Object.entries(terms)) if (value !== null) form.append(name, value);
    const progress = this.#terms.querySelector('small');
    return uploaded(this.#path, form, (share) => { progress.textContent = t('proposal.uploading', Math.round(share * 100)); }, new AbortController().signal);
  }

  /** What it costs, before it is one. @param add async: adds it with these terms, and answers all that there are */
  #ask(name, add) {
    const { number } = this.#lead;
    const path = this.#path;
    const currency = this.#currency;
    this.#terms.replaceChildren(el('p', {}, el('b', { dir: 'auto' }, plain(name)), el('small', { role: 'status' })), termsForm({
      leads: [{ number, currency }], draft: {}, cancel: () => this.#ended(true),
      save: async (_, terms) => {
        const { items } = await add({ ...terms, currency: terms.value === null ? null : currency });
        if (path !== this.#path) return;
        this.#items = items;
        this.#ended(true);
        this.#draw();
      },
    }));
    this.#terms.hidden = false;
    this.#add.hidden = true;
    this.#terms.querySelector('input').focus();
  }

  #ended(back = false) {
    this.#terms.hidden = true;
    this.#terms.replaceChildren();
    this.#add.hidden = !this.#open;
    if (back) this.#add.focus();
  }
}

/** @returns messages of ours that carry a document, the newest first */
async function sentDocuments(conversation) {
  const { items } = await get(`conversations/${encodeURIComponent(conversation)}/messages?order=newest&limit=${LOOKED_AT}`);
  return items.filter(({ direction, kind, media }) => direction === 'OUT' && kind === 'document' && media?.state === 'READY');
}
