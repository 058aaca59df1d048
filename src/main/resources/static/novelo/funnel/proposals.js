// What a lead was offered: files with their versions, and documents of the conversation that could be one.

import { get, post, uploaded } from '../api.js';
import { inSentence } from '../desk/told.js';
import { el, icon } from '../dom.js';
import { sizeOf } from '../media.js';
import { t } from '../texts.js';
import { when } from '../time.js';
import { plain } from '../words.js';
import { refusal, worth } from './says.js';

/** So far back documents are offered; messages. */
const LOOKED_AT = 100;
const MOST_OFFERED = 5;

const API = new URL('../../', import.meta.url);

export class ProposalList {
  #lead = null;
  #items = [];
  #sent = [];
  #written = '';
  #busy = null;
  #list = el('ul', { class: 'proposals' });
  #offers = el('div', { class: 'offers' });
  #error = el('p', { class: 'error', role: 'alert', hidden: true });
  #picker = el('input', { type: 'file', hidden: true, accept: '.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp,.rtf,.txt,.csv,image/jpeg,image/png,image/webp', onchange: () => this.#picked() });
  #add = el('button', { type: 'button', class: 'plain', 'data-key': 'propose', onclick: () => this.#picker.click() }, icon('upload'), t('proposal.add'));

  element = el('section', { class: 'proposals-of', 'aria-labelledby': 'proposals', hidden: true },
    el('h3', { id: 'proposals' }, t('proposal.title')), this.#list, this.#offers, this.#error, this.#picker, this.#add);

  /** @param lead as the server shows it, or null. @param open whether something may still be added */
  async show(lead, open) {
    if (lead?.number !== this.#lead?.number) {
      this.#items = [];
      this.#sent = [];
      this.#written = '';
      this.#error.hidden = true;
    }
    this.#lead = lead;
    this.element.hidden = !lead;
    this.#add.hidden = !open;
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
        el('small', { dir: 'auto' }, [t('proposal.version', item.version), worth(item), sizeOf(item.size), plain(item.addedByName), when(item.addedAt)].filter(Boolean).join(' · '))),
      place === 0 && this.#items.length > 1 && el('span', { class: 'newest' }, t('proposal.newest')))));
    this.#list.hidden = this.#items.length === 0;
    this.#offers.replaceChildren(...offered.map(({ id, media, at }) => el('p', {},
      el('span', { dir: 'auto' }, t('proposal.sent', plain(media.filename), when(at))),
      el('button', { type: 'button', class: 'plain', 'data-key': `sent-${id}`, onclick: () => this.#do(() => post(this.#path, { message: id })) }, t('proposal.take')))));
    if (held) [...this.element.querySelectorAll('[data-key]')].find(({ dataset }) => dataset.key === held)?.focus();
  }

  #picked() {
    const [file] = this.#picker.files;
    this.#picker.value = '';
    if (!file || !this.#lead) return;
    const form = new FormData();
    form.append('file', file);
    this.#do(() => uploaded(this.#path, form, (share) => { this.#add.lastChild.textContent = t('proposal.uploading', Math.round(share * 100)); }, new AbortController().signal));
  }

  async #do(work) {
    if (this.#busy) return;
    const path = this.#path;
    this.#busy = work;
    this.#add.disabled = true;
    this.#error.hidden = true;
    try {
      const { items } = await work();
      if (path === this.#path) this.#items = items;
      this.#draw();
    } catch (problem) {
      this.#error.textContent = problem.kind === 'bad-request' ? t('proposal.refused') : problem.kind === 'move-refused' ? refusal(problem) : inSentence(problem);
      this.#error.hidden = false;
    } finally {
      this.#busy = null;
      this.#add.disabled = false;
      this.#add.lastChild.textContent = t('proposal.add');
    }
  }
}

/** @returns messages of ours that carry a document, the newest first */
async function sentDocuments(conversation) {
  const { items } = await get(`conversations/${encodeURIComponent(conversation)}/messages?order=newest&limit=${LOOKED_AT}`);
  return items.filter(({ direction, kind, media }) => direction === 'OUT' && kind === 'document' && media?.state === 'READY');
}
