// <novelo-attachments>: the files that are about to be sent, how far they have come, and why one may not go.

import { el, icon, shadow } from './dom.js';
import look from './look.css.js';
import { sizeOf } from './media.js';
import { player } from './player.js';
import { t } from './texts.js';
import { plain } from './words.js';

const css = `${look}
  ul { list-style: none; display: flex; flex-wrap: wrap; gap: 6px; margin: 0 0 6px; padding: 0; max-height: 148px; overflow-y: auto; }
  @container (max-height: 420px) { ul { max-height: 64px; } }
  li { display: flex; align-items: center; gap: 8px; background: #fff; border: 1px solid var(--line); border-radius: 10px; padding: 5px 6px; max-width: 330px; position: relative; overflow: hidden; }
  li.bad { border-color: #b3261e66; background: #fdf3f2; }
  img { width: 44px; height: 44px; object-fit: cover; border-radius: 6px; }
  li > .icon { font-size: 26px; color: var(--soft); margin: 4px; }
  .what { min-width: 0; line-height: 1.25; }
  .what strong { display: block; font-weight: 600; font-size: 13px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-width: 200px; }
  .what small { display: block; color: var(--soft); }
  .bad small { color: var(--bad); }
  progress { position: absolute; left: 0; bottom: 0; width: 100%; height: 3px; appearance: none; border: 0; background: #e4e8ec; }
  progress::-webkit-progress-value { background: var(--action); } progress::-webkit-progress-bar { background: #e4e8ec; } progress::-moz-progress-bar { background: var(--action); }
  .away { width: 26px; height: 26px; border-radius: 50%; display: grid; place-items: center; color: var(--soft); flex: none; }
  .away:hover { background: #eceff1; color: var(--ink); }
`;

const ICONS = { video: 'video', audio: 'audio', document: 'document', image: 'image' };

export class Attachments extends HTMLElement {
  #draft = null;
  #list = el('ul');
  #bars = new Map();
  #draw = () => this.#show();
  #moved = ({ detail }) => this.#bars.get(detail)?.setAttribute('value', String(detail.progress));

  constructor() {
    super();
    shadow(this, css, this.#list);
  }

  set draft(draft) {
    this.#leave();
    this.#draft = draft;
    draft.addEventListener('change', this.#draw);
    draft.addEventListener('progress', this.#moved);
    this.#list.setAttribute('aria-label', t('attach.list'));
    this.#show();
  }

  disconnectedCallback() {
    this.#leave();
  }

  #leave() {
    this.#draft?.removeEventListener('change', this.#draw);
    this.#draft?.removeEventListener('progress', this.#moved);
  }

  #show() {
    this.hidden = this.#draft.files.length === 0;
    this.#bars.clear();
    this.#list.replaceChildren(...this.#draft.files.map((entry) => this.#entry(entry)));
  }

  #entry(entry) {
    const name = plain(entry.name);
    const picture = entry.local ?? entry.media?.thumbnailUrl;
    const bar = !entry.media && !entry.problem && el('progress', { max: '1', value: String(entry.progress ?? 0), 'aria-label': t('attach.loading', name) });
    if (bar) this.#bars.set(entry, bar);
    return el('li', { class: entry.problem ? 'bad' : '' },
      entry.voice ? player({ url: entry.local ?? entry.media.url, seconds: entry.media?.seconds, voice: true })
        : entry.kind === 'image' && picture && !entry.barred ? el('img', { src: picture, alt: '' }) : icon(ICONS[entry.kind]),
      !(entry.voice && !entry.problem) && el('span', { class: 'what' }, el('strong', { dir: 'auto', title: name }, name), el('small', {}, entry.problem ?? `${t(`kind.${entry.kind}`)} · ${sizeOf(entry.size)}`)),
      entry.problem && !entry.barred && el('button', { type: 'button', class: 'plain', onclick: () => this.#draft.load(entry) }, t('head.again')),
      el('button', { type: 'button', class: 'away', 'aria-label': t('attach.remove', name), title: t('attach.remove', name), onclick: () => this.#draft.detach(entry) }, icon(entry.voice ? 'bin' : 'cancelled')),
      bar);
  }
}

customElements.define('novelo-attachments', Attachments);
