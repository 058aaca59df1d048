// <novelo-emoji>: the usual emoji, to be picked with mouse or arrow keys. Fires `pick` with the emoji, `leave` on Escape.

import { el, shadow } from './dom.js';
import look from './look.css.js';
import { t } from './texts.js';

const COLUMNS = 8;

/** The first eight are what people react with. */
const ALL = [...`👍❤️😂😮😢🙏👏🎉😊😀😄😁😅😉😍🥰😘😎🤗🤔😐😴😬😔😟😭😡🤝👋👌✌️🤞💪🙌👎✅❌❗❓⭐🔥💯🎂🎁📷📎📄📅⏰📍📞💰💳🚚🏠🔧💡☀️❄️☕`.matchAll(/\p{Extended_Pictographic}\ufe0f?/gu)].map(([emoji]) => emoji);

const css = `${look}
  :host { background: #fff; border: 1px solid var(--line); border-radius: 12px; box-shadow: 0 6px 24px #0003; padding: 6px; width: max-content; }
  .grid { display: grid; grid-template-columns: repeat(${COLUMNS}, 34px); max-height: 216px; overflow-y: auto; }
  button { width: 34px; height: 34px; border-radius: 8px; font-size: 21px; line-height: 1; display: grid; place-items: center; }
  button:hover, button:focus-visible { background: #e8f1fa; }
  button[aria-pressed=true] { background: #d3e6f7; }
`;

const STEPS = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS };

export class Emoji extends HTMLElement {
  #buttons = ALL.map((emoji, place) => el('button', { type: 'button', tabindex: place === 0 ? '0' : '-1', onclick: () => this.dispatchEvent(new CustomEvent('pick', { detail: emoji })) }, emoji));

  constructor() {
    super();
    const grid = el('div', { class: 'grid', role: 'toolbar', onkeydown: (event) => this.#pressed(event) }, ...this.#buttons);
    shadow(this, css, grid);
    this.addEventListener('focusout', ({ relatedTarget }) => relatedTarget !== this && this.dispatchEvent(new Event('leave')));
  }

  /** @param chosen the emoji that is set already, if any */
  open(chosen) {
    this.shadowRoot.firstChild.setAttribute('aria-label', t('emoji.label'));
    for (const button of this.#buttons) button.setAttribute('aria-pressed', String(button.textContent === chosen));
    this.#to(Math.max(0, ALL.indexOf(chosen)));
  }

  #pressed(event) {
    const { key } = event;
    event.stopPropagation();
    if (key === 'Escape') {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('leave', { detail: 'back' }));
    }
    if (!(key in STEPS)) return;
    event.preventDefault();
    const from = this.#buttons.indexOf(this.shadowRoot.activeElement);
    this.#to(Math.min(ALL.length - 1, Math.max(0, from + STEPS[key])));
  }

  #to(place) {
    for (const [at, button] of this.#buttons.entries()) button.tabIndex = at === place ? 0 : -1;
    this.#buttons[place].focus();
  }
}

customElements.define('novelo-emoji', Emoji);
