// <novelo-player>: a sound to listen to, faster if one likes. Only one plays at a time.

import { el, icon, shadow } from './dom.js';
import look from './look.css.js';
import { minutes } from './said.js';
import { locale, t } from './texts.js';
import { plain } from './words.js';

const SPEEDS = [1, 1.5, 2];
const STEPS = 1000;

const css = `${look}
  :host { display: flex; align-items: center; gap: 8px; width: 270px; max-width: 100%; padding: 2px 0; }
  .go { width: 34px; height: 34px; border-radius: 50%; background: var(--action); color: #fff; display: grid; place-items: center; font-size: 18px; flex: none; }
  .go:hover { background: #084e90; }
  input { flex: 1; min-width: 0; accent-color: var(--action); height: 18px; margin: 0; cursor: pointer; }
  .time { font-size: 12px; color: #4e5a62; font-variant-numeric: tabular-nums; min-width: 4ch; text-align: right; }
  .speed { font-size: 12px; font-weight: 600; color: #2f3b44; background: #0000000f; border-radius: 99px; padding: 1px 7px; min-width: 42px; }
  .speed:hover { background: #0000001f; }
  .bad { color: var(--bad); font-size: 12px; }
`;

let playing = null;
let speed = 1;

export class Player extends HTMLElement {
  #sound = el('audio', { preload: 'none' });
  #go = el('button', { type: 'button', class: 'go', onclick: () => this.#toggle() });
  #place = el('input', { type: 'range', min: '0', max: STEPS, value: '0', step: 'any', oninput: () => this.#seek() });
  #time = el('span', { class: 'time' });
  #speed = el('button', { type: 'button', class: 'speed', onclick: () => this.#faster() });
  #seconds = 0;

  constructor() {
    super();
    shadow(this, css, this.#go, this.#place, this.#time, this.#speed, this.#sound);
    for (const type of ['timeupdate', 'play', 'pause', 'ended', 'loadedmetadata', 'durationchange']) {
      this.#sound.addEventListener(type, () => this.#draw());
    }
    this.#sound.addEventListener('play', () => this.#alone());
    this.#sound.addEventListener('error', () => this.#sound.src && this.#time.replaceChildren(el('span', { class: 'bad' }, t('media.cannotPlay'))));
  }

  /** @param seconds how long it is, as the server has measured it */
  play(url, seconds, name) {
    this.#seconds = seconds ?? 0;
    this.#sound.preload = seconds ? 'none' : 'metadata';
    this.#sound.src = url;
    this.#place.setAttribute('aria-label', t('media.position', name));
    this.#draw();
    return this;
  }

  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#sound.pause());
  }

  /** What a recorder has written tells its length only at its end. */
  #length() {
    return Number.isFinite(this.#sound.duration) ? this.#sound.duration : this.#seconds;
  }

  #toggle() {
    this.#sound.playbackRate = speed;
    if (this.#sound.paused) this.#sound.play().catch(() => {});
    else this.#sound.pause();
  }

  #alone() {
    if (playing !== this.#sound) playing?.pause();
    playing = this.#sound;
  }

  #seek() {
    if (this.#length() > 0) this.#sound.currentTime = (this.#place.value / STEPS) * this.#length();
    this.#draw();
  }

  #faster() {
    speed = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length];
    this.#sound.playbackRate = speed;
    this.#draw();
  }

  #draw() {
    const { paused, currentTime } = this.#sound;
    const going = paused ? 'play' : 'pause';
    if (this.#go.dataset.going !== going) {
      this.#go.dataset.going = going;
      this.#go.replaceChildren(icon(going));
      this.#go.setAttribute('aria-label', t(`media.${going}`));
      this.#go.title = t(`media.${going}`);
    }
    this.#place.value = this.#length() > 0 ? (currentTime / this.#length()) * STEPS : 0;
    this.#place.setAttribute('aria-valuetext', `${minutes(currentTime)} / ${minutes(this.#length())}`);
    this.#time.textContent = minutes(currentTime > 0 ? currentTime : this.#length());
    this.#speed.textContent = `${speed.toLocaleString(locale)}×`;
    this.#speed.setAttribute('aria-label', t('media.speed', speed.toLocaleString(locale)));
    this.#speed.title = t('media.speed', speed.toLocaleString(locale));
  }
}

/** @returns the player of a file that is there */
export function player({ url, seconds, filename, voice }) {
  return document.createElement('novelo-player').play(url, seconds, voice ? t('kind.voice') : plain(filename) || t('kind.audio'));
}

customElements.define('novelo-player', Player);
