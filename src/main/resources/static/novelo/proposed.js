// <novelo-proposed>: below a document that was sent to a customer who wants to buy: it can be made a proposal of his lead, and
// says which version it is once it is one.

import { get, post } from './api.js';
import { el, icon, shadow } from './dom.js';
import { isOver, worth } from './funnel/says.js';
import { css, termsForm, until } from './funnel/terms.js';
import look from './look.css.js';
import { t } from './texts.js';

const FUNNEL = new URL('../desk/funnel', import.meta.url).href;

/** Documents below each other ask once. */
const FRESH_MILLIS = 5_000;

const CSS = `${look}${css}
  :host { margin-top: 4px; font-size: 12.5px; max-width: 340px; overflow-wrap: anywhere; }
  :host([hidden]) { display: none; }
  .quiet { color: #0a5aa5; font-size: 12px; text-decoration: underline; text-underline-offset: 2px; }
  a { color: inherit; display: inline-flex; gap: 5px; align-items: flex-start; text-decoration: none; } a:hover { text-decoration: underline; } a .icon { color: #0e5a50; font-size: 14px; margin-top: 2px; }
  .terms { width: 300px; max-width: 100%; padding-top: 2px; }
`;

const known = new Map();
const drafts = new Map();

/** What the reader may see of a lead and of what it was offered; null if that is nothing. */
function lookedUp(number) {
  const before = known.get(number);
  if (before && Date.now() - before.at < FRESH_MILLIS) return before.found;
  const path = `leads/${encodeURIComponent(number)}`;
  const found = Promise.all([get(path), get(`${path}/proposals`), get('leads/choices')])
    .then(([lead, { items }, { currency }]) => ({ number, product: lead.product, currency: lead.currency ?? currency, over: isOver(lead), items }))
    .catch(() => null);
  known.set(number, { at: Date.now(), found });
  return found;
}

class Proposed extends HTMLElement {
  #message;
  #numbers;
  #leads = [];
  #root = null;

  about(message, numbers) {
    this.#message = message;
    this.#numbers = numbers;
    this.hidden = true;
    return this;
  }

  async connectedCallback() {
    this.#root ??= shadow(this, CSS);
    this.#root.addEventListener('focusin', this.#hold);
    this.#root.addEventListener('focusout', this.#hold);
    await this.#look();
  }

  /** Where the cursor is: the bubble is drawn anew whenever its message's status changes. */
  #hold = () => queueMicrotask(() => {
    const draft = drafts.get(this.#message.id);
    if (draft && this.isConnected) draft.held = this.#root.activeElement?.name || null;
  });

  /** By a key, at its message. */
  async begin() {
    if (this.hidden) return;
    this.#root.querySelector('button.quiet')?.click();
  }

  async #look(fresh = false) {
    const found = (await Promise.all(this.#numbers.map(lookedUp))).filter(Boolean);
    if (!this.isConnected) return;
    const of = found.find(({ items }) => items.some(({ message }) => message === this.#message.id));
    this.#leads = found.filter(({ over }) => !over).sort((one) => (one.number === this.#message.case ? -1 : 1));
    this.hidden = !of && this.#leads.length === 0;
    if (of) this.#told(of, fresh);
    else if (!this.hidden) this.#show();
  }

  #told({ number, items }, fresh) {
    const { version, validUntil, ...item } = items.find(({ message }) => message === this.#message.id);
    const words = [t('proposal.isVersion', version), worth(item), validUntil && until(validUntil)].filter(Boolean).join(' · ');
    this.#root.replaceChildren(el('div', { role: fresh ? 'status' : null },
      el('a', { href: `${FUNNEL}#board/${encodeURIComponent(number)}`, title: t('proposal.card', number) }, icon('document'), words)));
  }

  #show() {
    const draft = drafts.get(this.#message.id);
    if (!draft) {
      this.#root.replaceChildren(el('button', { type: 'button', class: 'quiet', title: `${t('proposal.registerHint')} (P)`, onclick: () => {
        drafts.set(this.#message.id, { held: 'value' });
        this.#show();
      } }, t('proposal.register')));
      return;
    }
    const { held } = draft;
    this.#root.replaceChildren(termsForm({ leads: this.#leads, draft, save: (lead, terms) => this.#save(lead, terms), cancel: () => {
      drafts.delete(this.#message.id);
      this.#show();
      this.#root.querySelector('button').focus();
    } }));
    this.scrollIntoView({ block: 'nearest' });
    if (held) this.#root.querySelector(`[name="${held}"]`)?.focus({ preventScroll: true });
  }

  async #save(number, terms) {
    const { currency } = this.#leads.find((lead) => lead.number === number);
    await post(`leads/${encodeURIComponent(number)}/proposals`, { message: this.#message.id, ...terms, currency: terms.value === null ? null : currency });
    drafts.delete(this.#message.id);
    known.delete(number);
    await this.#look(true);
    this.#root.querySelector('a')?.focus({ preventScroll: true });
  }
}

customElements.define('novelo-proposed', Proposed);

/** @returns whether a message can be offered: it carries a document of ours that is on its way or there */
export function isOffer({ direction, kind, media, status, seq, revokedAt, imported }) {
  return direction === 'OUT' && kind === 'document' && media?.state === 'READY' && seq !== Infinity && !revokedAt && !imported
    && status !== 'FAILED' && status !== 'CANCELLED';
}

/** @returns what stands below such a document where its customer has a lead; null below everything else */
export function proposed(message, { leads = [] }) {
  return leads.length > 0 && isOffer(message) ? document.createElement('novelo-proposed').about(message, leads) : null;
}
