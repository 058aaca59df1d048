// <novelo-funnel>: the leads that the reader may see, by stage. Whatever is moved here is told to the lead's process.

import { get } from '../api.js';
import { nameOf as queueName } from '../desk/names.js';
import { inSentence } from '../desk/told.js';
import { drawn, el, shadow } from '../dom.js';
import { onEvent } from '../live.js';
import { Looks } from '../looks.js';
import { t } from '../texts.js';
import { businessTimeIs } from '../time.js';
import { card } from './card.js';
import { Column } from './column.js';
import { dragging } from './dragging.js';
import { finder } from './finding.js';
import css from './funnel.css.js';
import { fill, once } from './further.js';
import { moveMenu } from './menu.js';
import { move } from './moving.js';
import { STAGES, isOver, nameOf, stageName } from './says.js';
import { Sheet } from './sheet.js';
import { walking } from './walking.js';

/** A busy company has news all the time. */
const REST_MILLIS = 1_000;

/** So many cards more of a stage are shown on demand. */
const MORE = 100;

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
  #deaf = false;
  #looks = new Looks(REST_MILLIS, () => this.#look());
  /** How many cards of a stage the reader wants to see, where he wants more than come by themselves. */
  #wanted = new Map();
  #onward = null;

  #columns = STAGES.map((stage) => new Column(stage, () => this.#further(stage)));
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
    changed: () => this.#looks.now(),
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
    this.#looks.begin();
    const [number] = this.#around.path;
    if (number) this.#sheet.open(number);
  }

  disconnectedCallback() {
    this.#leave();
    this.#looks.stop();
  }

  #heard({ type, case: number }) {
    if (type === 'live.lost') this.#deaf = true;
    if (type === 'live.open' && this.#deaf) {
      this.#deaf = false;
      this.#looks.soon();
      this.#sheet.again();
    }
    if (!OF_LEADS.includes(type) || !LEAD.test(number ?? '')) return;
    this.#looks.soon();
    this.#sheet.heard(number);
  }

  async #look() {
    try {
      await this.#fetch();
      this.#error.hidden = true;
      this.#draw();
    } catch (problem) {
      this.#error.textContent = inSentence(problem); // what is shown stays
      this.#error.hidden = false;
    }
  }

  async #fetch() {
    const asked = this.#question;
    const board = await get(`leads/board?${asked}`);
    await Promise.all(board.columns.map((column) => fill(column, this.#wanted.get(column.stage) ?? 0, asked)));
    if (asked !== this.#question) return; // the reader wants something else meanwhile, and is being given it
    once(board.columns);
    businessTimeIs(board.now);
    this.#board = board;
  }

  #further(stage) {
    const before = this.#columns.find((one) => one.stage === stage).cards.length;
    this.#wanted.set(stage, before + MORE);
    this.#onward = { stage, before };
    this.#looks.now();
  }

  get #question() {
    const { queue, owner, without } = this.#wish;
    return new URLSearchParams({ ...(queue && { queue }), ...(owner && { owner }), ...(without && { withoutNextStep: 'true' }) }).toString();
  }

  #choose(change) {
    Object.assign(this.#wish, change);
    this.#wanted.clear();
    this.#onward = null;
    this.#address(this.#sheet.number);
    this.#looks.now();
  }

  /** The same view can be found again, and sent to a colleague. */
  #address(number) {
    this.#around.at('board', number ? [number] : [], { ...this.#wish, without: this.#wish.without ? '1' : '' });
  }

  /** What is held under the pointer, or typed elsewhere, is not disturbed: cards that say the same stay as they are. */
  #draw() {
    if (this.#drag.busy) return;
    const held = this.#root.activeElement?.dataset.key;
    const shown = this.#placed();
    const items = [...shown.values()].flatMap(({ cards }) => cards);
    this.#items = new Map(items.map((item) => [item.number, item]));
    this.#nodes = drawn(this.#nodes, items, ({ number }) => number, (item) => card(item, { open: (one) => this.#sheet.open(one.number), menu: (one, anchor) => this.#menu(one, anchor) }));
    for (const [number, { node }] of this.#nodes) node.classList.toggle('going', this.#onTheWay.has(number));
    for (const column of this.#columns) {
      const { cards, ...rest } = shown.get(column.stage);
      column.show({ ...rest, nodes: cards.map(({ number }) => this.#nodes.get(number).node) });
    }
    this.#drawJumps();
    this.#oneStop();
    if (held && this.#root.activeElement?.dataset.key !== held) (this.#stages.querySelector(`[data-key="${CSS.escape(held)}"]`) ?? this.#nodes.get(this.#current)?.node.querySelector('.who'))?.focus({ preventScroll: true });
    this.#goOn();
  }

  /** Whoever has asked for more goes on with the first of them. */
  #goOn() {
    const first = this.#onward && this.#columns.find(({ stage }) => stage === this.#onward.stage).cards[this.#onward.before];
    if (!first) return;
    this.#onward = null;
    first.querySelector('.who').focus();
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
        setTimeout(() => this.#looks.soon(), ON_ITS_WAY_MILLIS);
        this.#around.tell(t('lead.moved', nameOf(item), stageName(stage)));
        this.#looks.now();
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
      this.#looks.now();
    }
    if (!this.#sheet.number) this.#nodes.get(item.number)?.node.querySelector('.who').focus({ preventScroll: true });
  }
}

customElements.define('novelo-funnel', Funnel);
