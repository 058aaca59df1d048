// <novelo-recorder>: records a voice message. Fires `recorded` with the file, `leave` when there is none.

import { el, icon, shadow } from './dom.js';
import look from './look.css.js';
import { minutes } from './said.js';
import { t } from './texts.js';

/** WhatsApp wants Opus in Ogg; what a browser cannot write so is repacked by the server. */
const TYPES = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4'];
const BITS_PER_SECOND = 32_000;
const TICK_MILLIS = 250;

/** Nobody listens longer, and at this rate it stays far below WhatsApp's 16 MB. */
const LONGEST_MILLIS = 15 * 60_000;

const css = `${look}
  .bar { display: flex; align-items: center; gap: 10px; height: 40px; background: #fff; border: 1px solid #c3cbd3; border-radius: 20px; padding: 0 6px 0 16px; }
  .dot { width: 10px; height: 10px; border-radius: 50%; background: var(--bad); animation: breathe 1.6s ease-in-out infinite; }
  @keyframes breathe { 50% { opacity: .3; } }
  @media (prefers-reduced-motion: reduce) { .dot { animation: none; } }
  .time { font-variant-numeric: tabular-nums; font-size: 15px; }
  .words { flex: 1; color: var(--soft); }
  .round { width: 30px; height: 30px; border-radius: 50%; display: grid; place-items: center; font-size: 17px; }
  .drop { color: var(--soft); } .drop:hover { background: #eceff1; }
  .stop { background: var(--bad); color: #fff; } .stop:hover { background: #8f1d17; }
`;

export class Recorder extends HTMLElement {
  #recorder = null;
  #chunks = [];
  #wanted = false;
  #begun = 0;
  #timer;
  #time = el('span', { class: 'time', 'aria-hidden': 'true' });
  #words = el('span', { class: 'words', role: 'status' });
  #drop = el('button', { type: 'button', class: 'round drop', onclick: () => this.end(false) }, icon('bin'));
  #stop = el('button', { type: 'button', class: 'round stop', onclick: () => this.end(true) }, icon('stop'));

  constructor() {
    super();
    shadow(this, css, el('div', { class: 'bar', onkeydown: ({ key }) => key === 'Escape' && this.end(false) },
      el('span', { class: 'dot' }), this.#time, this.#words, this.#drop, this.#stop));
  }

  /** @throws Error with words for the agent if there is nothing to record with */
  async begin() {
    if (!navigator.mediaDevices || !window.MediaRecorder) throw new Error(t('voice.insecure'));
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true } })
      .catch(({ name }) => { throw new Error(t(name === 'NotAllowedError' ? 'voice.denied' : 'voice.noMicrophone')); });
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    this.#recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
    this.#chunks = [];
    this.#recorder.ondataavailable = ({ data }) => data.size > 0 && this.#chunks.push(data);
    this.#recorder.onstop = () => this.#ended(stream);
    this.#recorder.start(1_000);
    this.#begun = performance.now();
    this.#timer = setInterval(() => this.#tick(), TICK_MILLIS);
    this.#show();
  }

  #show() {
    for (const [button, key] of [[this.#drop, 'voice.drop'], [this.#stop, 'voice.stop']]) {
      button.title = t(key);
      button.setAttribute('aria-label', t(key));
    }
    this.#words.textContent = t('voice.recording');
    this.hidden = false;
    this.#tick();
    this.#stop.focus();
  }

  #tick() {
    const gone = performance.now() - this.#begun;
    this.#time.textContent = minutes(gone / 1000);
    if (gone > LONGEST_MILLIS) this.end(true);
  }

  /** @param wanted whether it is kept, to be listened to before it is sent */
  end(wanted) {
    this.#wanted = wanted;
    if (this.#recorder?.state === 'recording') this.#recorder.stop();
  }

  disconnectedCallback() {
    this.end(true); // the draft keeps it
  }

  #ended(stream) {
    clearInterval(this.#timer);
    for (const track of stream.getTracks()) track.stop();
    this.hidden = true;
    const { mimeType } = this.#recorder;
    this.#recorder = null;
    const type = mimeType.split(';')[0];
    if (!this.#wanted || this.#chunks.length === 0) return this.dispatchEvent(new Event('leave'));
    const file = new File(this.#chunks, `voice.${type.split('/')[1]}`, { type });
    return this.dispatchEvent(new CustomEvent('recorded', { detail: file }));
  }
}

customElements.define('novelo-recorder', Recorder);
