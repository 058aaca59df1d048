// <novelo-funnel>: the leads that the reader may see, by stage. Whatever is moved here is told to the lead's process.

import { get } from '../api.js';
import { nameOf as queueName } from '../desk/names.js';
import { el, shadow } from '../dom.js';
import { onEvent } from '../live.js';
import { inSentence } from '../desk/told.js';
import { t } from '../texts.js';
import { businessTimeIs } from '../time.js';
import { card } from './card.js';
import { Column } from './column.js';
import { dragging } from './dragging.js';
import { finder } from './finding.js';
import css from './funnel.css.js';
import { moveMenu } from './menu.js';
import { move } from './moving.js';
import { STAGES, isOver, nameOf, stageName } from './says.js';
import { Sheet } from './sheet.js';
import { walking } from './walking.js';

/** A busy company has news all the time: the board is asked for once in so long, the first time at once. */
const REST_MILLIS = 1_000;
const GATHER_MILLIS = 150;

/** Of a busy server's time one board takes no more than a twentieth. */
const SHARE = 20;

/** Days pass, and steps become due, without any event. */
const HEAL_MILLIS = 60_000;

/** So long the process may take with what it has accepted. */
const ON_ITS_WAY_MILLIS = 10_000;

/** A message changes what comes next only by what it does to the case, which is told by itself. */
const OF_LEADS = ['case.opened', 'case.changed', 'case.assigned', 'case.moved', 'case.closed', 'lead.stageReached'];
const LEAD = /^L-/;

export class Funnel extends HTMLElement {
  #around;
  #choices;
  #board = { columns: [] };
  #items = new Map();
  #nodes = new Map();
  #onTheWay = new Map();
  #queueNames = new Map();
  #current = '';
  #wish = { queue: '', owner: '', without: false };
  #leave = () => {};
  #healing;
  #timer;
  #looking = false;
  #asked = 0;
  #took = 0;
  #unseen = false;
  #deaf = false;

  #columns = STAGES.map((stage) => new Column(stage));
  #queue = el('select', { onchange: ({ target }) => this.#choose({ queue: target.value }) });
  #owner = el('select', { onchange: ({ target }) => this.#choose({ owner: target.value }) },
    el('option', { value: '' }, t('lead.everybody')), el('option', { value: 'me' }, t('lead.mine')));
  #without = el('input', { type: 'checkbox', onchange: ({ target }) => this.#choose({ without: target.checked }) });
  #error = el('p', { class: 'error', role: 'alert', hidden: true });
  #jumps = el('div', { class: 'jumps', role: 'group', 'aria-label': t('lead.stages') });
  #stages = el('div', { class: 'stages', onfocusin: ({ target }) => this.#reached(target), onclick: (event) => this.#pressed(event) }, ...this.#columns.map(({ element }) => element));
  #root = shadow(this, css,
    el('div', { class: 'bar' }, el('h1', { class: 'unseen' }, t('funnel.title')),
      el('div', { class: 'filter', role: 'search' },
        el('label', {}, t('lead.queue'), this.#queue), el('label', {}, t('lead.owner'), this.#owner),
        el('label', { class: 'tick' }, this.#without, t('lead.onlyWithout'))),
      finder((number) => this.#sheet.open(number)),
      el('p', { class: 'keys' }, t('lead.keys'))),
    this.#error, this.#jumps, this.#stages);
  #drag = dragging(this.#stages, { drop: (number, stage) => this.#move(number, stage), done: () => this.#draw() });
  #sheet = new Sheet(this.#root, {
    menu: (item, anchor) => this.#menu(item, anchor),
    changed: () => this.#now(),
    shown: (number) => this.#address(number),
    session: () => this.#around.session,
    queueName: (id) => this.#queueNames.get(id) ?? id,
    personName: (id) => [...this.#items.values()].find(({ owner }) => owner === id)?.ownerName ?? id,
    tell: (words, bad) => this.#around.tell(words, bad),
  });

  constructor() {
    super();
    walking(this.#stages, {
      move: (number, step) => this.#step(number, step),
      menu: (number, anchor) => this.#items.has(number) && this.#menu(this.#items.get(number), anchor),
    });
  }

  /** What cannot be had is thrown, and said by the page. @param around of the page */
  async begin(around) {
    this.#around = around;
    const { queue = '', owner = '', without = '' } = around.query;
    this.#wish = { queue, owner, without: Boolean(without) };
    const [choices, queues] = await Promise.all([get('leads/choices'), get('queues'), this.#fetch()]);
    this.#choices = choices;
    this.#sheet.choices = choices;
    this.#queueNames = new Map(queues.items.map((one) => [one.id, queueName(one)]));
    this.#queue.append(el('option', { value: '' }, t('lead.everyQueue')), ...[...this.#queueNames].map(([value, name]) => el('option', { value }, name)));
    this.#queue.value = queue;
    this.#owner.value = owner;
    this.#without.checked = this.#wish.without;
    around.keep(() => this.#sheet.unsaved);
    this.#draw();
  }

  connectedCallback() {
    this.#leave = onEvent((event) => this.#heard(event));
    this.#healing = setInterval(() => this.#soon(), HEAL_MILLIS);
    document.addEventListener('visibilitychange', this.#seen);
    const [number] = this.#around.path;
    if (number) this.#sheet.open(number);
  }

  disconnectedCallback() {
    this.#leave();
    clearInterval(this.#healing);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    document.removeEventListener('visibilitychange', this.#seen);
  }

  #heard({ type, case: number }) {
    if (type === 'live.lost') this.#deaf = true;
    if (type === 'live.open' && this.#deaf) {
      this.#deaf = false;
      this.#soon();
      this.#sheet.again();
    }
    if (!OF_LEADS.includes(type) || !LEAD.test(number ?? '')) return;
    this.#soon();
    this.#sheet.heard(number);
  }

  /** Nobody looks at a hidden tab; what it has missed is asked for when somebody does. */
  #seen = () => {
    if (!document.hidden && this.#unseen) this.#soon();
  };

  #soon() {
    this.#unseen = document.hidden;
    if (document.hidden) return;
    const rest = Math.max(GATHER_MILLIS, this.#asked + Math.max(REST_MILLIS, SHARE * this.#took) - performance.now());
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#look();
    }, rest);
  }

  /** What the reader has just done is seen at once. */
  #now() {
    this.#asked = -Infinity;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#look();
  }

  async #look() {
    if (this.#looking) {
      this.#soon();
      return;
    }
    this.#looking = true;
    try {
      await this.#fetch();
      this.#error.hidden = true;
      this.#draw();
    } catch (problem) {
      this.#error.textContent = inSentence(problem); // what is shown stays
      this.#error.hidden = false;
    } finally {
      this.#looking = false;
    }
  }

  async #fetch() {
    this.#asked = performance.now();
    const asked = this.#question;
    const board = await get(`leads/board?${asked}`);
    this.#took = performance.now() - this.#asked;
    if (asked !== this.#question) {
      this.#soon(); // the reader wants something else meanwhile
      return;
    }
    businessTimeIs(board.now);
    this.#board = board;
  }

  get #question() {
    const { queue, owner, without } = this.#wish;
    return new URLSearchParams({ ...(queue && { queue }), ...(owner && { owner }), ...(without && { withoutNextStep: 'true' }) }).toString();
  }

  #choose(change) {
    Object.assign(this.#wish, change);
    this.#address(this.#sheet.number);
    this.#now();
  }

  /** The same view can be found again, and sent to a colleague. */
  #address(number) {
    this.#around.at('board', number ? [number] : [], { ...this.#wish, without: this.#wish.without ? '1' : '' });
  }

  /** What is held under the pointer, or typed elsewhere, is not disturbed: cards that say the same stay as they are. */
  #draw() {
    if (this.#drag.busy) return;
    const held = this.#root.activeElement?.dataset.key;
    const nodes = new Map();
    this.#items = new Map();
    const shown = this.#placed();
    for (const column of this.#columns) {
      const { cards, ...rest } = shown.get(column.stage);
      column.show({ ...rest, nodes: cards.map((item) => this.#node(item, nodes)) });
    }
    this.#nodes = nodes;
    this.#drawJumps();
    this.#oneStop();
    if (held && this.#root.activeElement?.dataset.key !== held) this.#stages.querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
  }

  #node(item, nodes) {
    const written = JSON.stringify(item);
    const known = this.#nodes.get(item.number);
    const node = known?.written === written ? known.node : card(item, { open: (one) => this.#sheet.open(one.number), menu: (one, anchor) => this.#menu(one, anchor) });
    node.classList.toggle('going', this.#onTheWay.has(item.number));
    nodes.set(item.number, { written, node });
    this.#items.set(item.number, item);
    return node;
  }

  /** What is on its way already stands where it goes. @returns by stage */
  #placed() {
    const going = [];
    const stay = (stage) => ({ number, ...rest }) => {
      const way = this.#onTheWay.get(number);
      if (!way || way.to === stage || (way.until && way.until < performance.now())) {
        if (way?.to === stage || way?.until) this.#onTheWay.delete(number);
        return true;
      }
      going.push({ number, ...rest, stage, to: way.to });
      return false;
    };
    const columns = new Map(this.#board.columns.map(({ stage, count, cards, ...rest }) => {
      const staying = cards.filter(stay(stage)).map((item) => ({ ...item, stage }));
      return [stage, { ...rest, count: count - cards.length + staying.length, cards: staying }];
    }));
    for (const { to, ...item } of going) {
      columns.get(to).cards.push(item);
      columns.get(to).count += 1;
    }
    return columns;
  }

  /** One stop of the tabulator for all cards; arrows lead on from there. */
  #oneStop() {
    if (!this.#nodes.has(this.#current)) this.#current = this.#stages.querySelector('.card')?.dataset.number ?? '';
    for (const [number, { node }] of this.#nodes) for (const stop of node.querySelectorAll('button')) stop.tabIndex = number === this.#current ? 0 : -1;
  }

  #reached(target) {
    const number = target.closest('.card')?.dataset.number;
    if (!number || number === this.#current) return;
    this.#current = number;
    this.#oneStop();
  }

  /** Anywhere on a card opens it. */
  #pressed({ target }) {
    const number = target.closest('button') ? null : target.closest('.card')?.dataset.number;
    if (number) this.#sheet.open(number);
  }

  /** On a narrow screen: from stage to stage without leafing through them. */
  #drawJumps() {
    const written = JSON.stringify(this.#board.columns.map(({ count }) => count));
    if (this.#jumps.dataset.written === written) return;
    this.#jumps.dataset.written = written;
    this.#jumps.replaceChildren(...this.#columns.map(({ stage, element }, place) => el('button', { type: 'button', onclick: () => element.scrollIntoView({ inline: 'start', block: 'nearest', behavior: 'smooth' }) },
      stageName(stage), ' ', el('b', {}, String(this.#board.columns[place].count)))));
  }

  #menu(item, anchor) {
    if (!isOver(item)) moveMenu(this.#root, item, anchor, (stage) => this.#start(item, stage));
  }

  #step(number, step) {
    const item = this.#items.get(number);
    const stage = item && STAGES[STAGES.indexOf(item.stage) + step];
    if (stage && !isOver(item)) this.#start(item, stage);
  }

  #move(number, stage) {
    const item = this.#items.get(number);
    if (item) this.#start(item, stage);
  }

  #start(item, stage) {
    if (this.#onTheWay.has(item.number)) return;
    move(item, stage, {
      root: this.#root,
      choices: this.#choices,
      moving: () => {
        this.#onTheWay.set(item.number, { to: stage });
        this.#draw();
      },
      moved: () => {
        this.#onTheWay.set(item.number, { to: stage, until: performance.now() + ON_ITS_WAY_MILLIS });
        setTimeout(() => this.#soon(), ON_ITS_WAY_MILLIS);
        this.#around.tell(t('lead.moved', nameOf(item), stageName(stage)));
        this.#now();
        this.#sheet.heard(item.number);
      },
      back: (_, words) => this.#back(item, words),
    });
  }

  #back(item, words) {
    this.#onTheWay.delete(item.number);
    this.#draw();
    if (words) {
      this.#around.tell(words, true);
      this.#nodes.get(item.number)?.node.animate?.([{ transform: 'translateX(-5px)' }, { transform: 'translateX(5px)' }, { transform: 'none' }], { duration: 160, iterations: 2 });
      this.#now();
    }
    if (!this.#sheet.number) this.#nodes.get(item.number)?.node.querySelector('.who').focus({ preventScroll: true });
  }
}

customElements.define('novelo-funnel', Funnel);
