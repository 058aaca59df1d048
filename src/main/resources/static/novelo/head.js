// <novelo-head>: who the customer is, what he wants, why the task is here and how much time there is.

import { el, icon, shadow } from './dom.js';
import css from './head.css.js';
import { phoneNumber } from './numbers.js';
import { has, named, t } from './texts.js';
import { otherThreads, threadButtons } from './threads.js';
import { dayAndTime, exactly, hours, now, span } from './time.js';
import { plain } from './words.js';

const TICK_MILLIS = 20_000;

/** What else is said to a customer changes slowly. */
const OTHERS_MILLIS = 60_000;
const OPEN_CLOCKS = ['RUNNING', 'WARNED', 'BREACHED', 'PAUSED'];

export class Head extends HTMLElement {
  /** `{me, manager}`: who looks. */
  reader = {};

  #others = [];
  #looked = -Infinity;
  #detail;
  #conversation;
  #timer;
  #root = shadow(this, css);

  connectedCallback() {
    this.#timer = setInterval(() => {
      this.#look();
      this.#draw();
    }, TICK_MILLIS);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  /** @param detail the task as `GET /work/tasks/{id}` shows it, or null on pages without a task */
  show(detail, conversation) {
    this.#detail = detail;
    this.#conversation = conversation;
    this.#look();
    this.#draw();
  }

  /** What cannot be asked now stays as it is shown. */
  async #look() {
    if (!this.#conversation || performance.now() - this.#looked < OTHERS_MILLIS) return;
    this.#looked = performance.now();
    try {
      this.#others = await otherThreads(this.#conversation);
      this.#draw();
    } catch { /* the next look */ }
  }

  #draw() {
    const conversation = this.#conversation;
    if (!conversation) return;
    const { customer } = conversation;
    const phone = phoneNumber(customer.phone);
    this.#root.replaceChildren(
      el('div', { class: 'who' },
        el('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(customer.name)),
        el('div', { class: 'name' },
          el('strong', { dir: 'auto' }, customer.name),
          phone && phone !== customer.name && el('span', {}, phone)),
        el('div', { class: 'chips' }, ...this.#clocks(), windowChip(conversation.window))),
      el('div', { class: 'facts' }, ...this.#facts()),
      ...this.#why(),
      ...this.#threads());
  }

  #threads() {
    if (this.#others.length === 0) return [];
    return [el('div', { class: 'threads' }, el('span', { class: 'label' }, t('head.threads')), ...threadButtons(this.#others, this.reader))];
  }

  #facts() {
    const { queue, sentiment, line } = this.#conversation;
    const several = this.#others.some((other) => other.line.id !== line.id);
    const file = this.#detail?.case;
    const intent = file?.intent ?? this.#conversation.intent;
    return [
      el('span', { class: 'fact' }, named('queue', file?.queue ?? queue)),
      several && el('span', { class: 'fact', dir: 'auto', title: t('head.line') }, line.name),
      file && el('span', { class: 'fact number' }, file.number),
      intent && el('span', { class: 'fact' }, named('intent', intent)),
      file && file.priority !== 'NORMAL' && el('span', { class: `fact priority ${file.priority.toLowerCase()}` }, named('priority', file.priority)),
      sentiment && el('span', { class: `fact sentiment ${sentiment}` }, named('sentiment', sentiment)),
    ];
  }

  /** Only the last word of each table counts; a later transfer decides anew. */
  #why() {
    const decisions = new Map((this.#detail?.why ?? []).map((why) => [why.decision, why]));
    const steps = [...begun(this.#conversation), ...['triage', 'priority', 'routing'].map((name) => decisions.get(name)).filter(Boolean).map(step)];
    if (steps.length === 0) return [];
    return [el('div', { class: 'why' }, el('span', { class: 'label' }, t('head.why')), ...steps)];
  }

  #clocks() {
    const clocks = this.#detail?.case?.clocks ?? [];
    const open = clocks.filter(({ state }) => OPEN_CLOCKS.includes(state)).sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
    return open.slice(0, 1).map(clockChip);
  }
}

/** By us and not by the customer. */
function begun({ begun: how }) {
  return how ? [el('span', { class: 'step', dir: 'auto' }, t('head.begun', plain(how.byName)), how.note ? `: ${plain(how.note)}` : '')] : [];
}

function step({ decision, version, at, reason, outputs }) {
  const source = `${decision}.dmn v${version}, ${exactly(at)}`;
  if (decision === 'routing') return el('span', { class: 'step', title: source }, `→ ${named('queue', outputs.queue ?? '?')}`);
  const words = reason === null || reason === undefined ? t('head.whyNone') : named(`decision.${decision}.reason`, reason);
  const result = decision === 'priority' && outputs.priority ? `${named('priority', outputs.priority)}: ` : '';
  return el('span', { class: 'step', title: source }, result, words);
}

function clockChip({ metric, state, dueAt }) {
  const name = has(`metric.${metric}`) ? t(`metric.${metric}`) : metric;
  const title = t('clock.dueAt', dayAndTime(dueAt));
  if (state === 'PAUSED') return chip('', t('clock.paused', name), title);
  const left = Date.parse(dueAt) - now();
  if (left <= 0 || state === 'BREACHED') return chip('bad', t('clock.late', name, span(Math.max(0, -left))), title);
  return chip(state === 'WARNED' ? 'warn' : '', t('clock.due', name, span(left)), title);
}

/** Green over six hours, amber under two: time enough to answer in a shift, and a reason to hurry. */
function windowChip({ open, closesAt }) {
  const left = closesAt ? Date.parse(closesAt) - now() : 0;
  if (!open || left <= 0) return chip('bad window', t('window.closed'), t('window.hintClosed'));
  const colour = left > hours(6) ? 'good' : left < hours(2) ? 'warn' : '';
  return chip(`${colour} window`, t('window.open', span(left)), t('window.hint'));
}

function chip(kind, text, title) {
  return el('span', { class: `chip ${kind}`, title }, icon('clock'), text);
}

function initials(name) {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  if (words.length === 0) return '#';
  return [words[0], ...(words.length > 1 ? [words[words.length - 1]] : [])].map((word) => [...word][0].toUpperCase()).join('');
}

customElements.define('novelo-head', Head);
