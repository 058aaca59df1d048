// A picture over everything else; Escape, the cross or a click beside it closes it, and the cursor is where it was.

import { el, icon, shadow } from './dom.js';
import look from './look.css.js';
import { t } from './texts.js';

const css = `${look}
  dialog { width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0; padding: 0; border: 0; background: none; color: #fff; }
  dialog::backdrop { background: #0b1014e6; }
  .all { display: grid; grid-template-rows: auto 1fr auto; height: 100%; }
  .bar { display: flex; justify-content: flex-end; gap: 8px; padding: 10px 14px; }
  .bar a, .bar button { width: 40px; height: 40px; border-radius: 50%; background: #ffffff24; color: #fff; display: grid; place-items: center; font-size: 20px; }
  .bar a:hover, .bar button:hover { background: #ffffff40; }
  .bar :focus-visible { outline-color: #fff; }
  .stage { display: grid; place-items: center; min-height: 0; min-width: 0; padding: 0 16px; }
  img { max-width: 100%; max-height: 100%; object-fit: contain; background: #fff; min-height: 0; }
  .caption { text-align: center; padding: 10px 24px 18px; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 20vh; overflow: auto; }
`;

class Lightbox extends HTMLElement {
  #dialog = el('dialog', { onclose: () => this.remove() });

  constructor() {
    super();
    shadow(this, css, this.#dialog);
  }

  show(url, name, caption) {
    const close = () => this.#dialog.close();
    const stage = el('div', { class: 'stage' }, el('img', { src: url, alt: caption || name }));
    stage.addEventListener('click', (event) => event.target === stage && close());
    this.#dialog.setAttribute('aria-label', name);
    this.#dialog.append(el('div', { class: 'all' },
      el('div', { class: 'bar' },
        el('a', { href: url, download: name, 'aria-label': t('media.download', name), title: t('media.download', name) }, icon('download')),
        el('button', { type: 'button', autofocus: true, 'aria-label': t('dialog.close'), title: t('dialog.close'), onclick: close }, icon('cancelled'))),
      stage,
      el('div', { class: 'caption', dir: 'auto' }, caption ?? '')));
    this.#dialog.showModal();
  }
}

customElements.define('novelo-lightbox', Lightbox);

export function enlarge(url, name, caption) {
  const box = document.createElement('novelo-lightbox');
  document.body.append(box);
  box.show(url, name, caption);
}
