// <novelo-sla>: the clocks that managers look at, as they are now: what is late, what will be within the hour, what waits, and
// what ended late. From each row one gets to the case and to its clock, and does something about it.

import { get } from './api.js';
import { nameOf } from './desk/names.js';
import { inSentence, teller } from './desk/told.js';
import { drawn, el, icon, reconcile, shadow } from './dom.js';
import { onEvent } from './live.js';
import { Looks } from './looks.js';
import { deeds } from './sla-deeds.js';
import { columns, row } from './sla-rows.js';
import css from './sla.css.js';
import { t } from './texts.js';
import { businessTimeIs, now } from './time.js';
import { plain } from './words.js';

/** A busy company has news all the time. */
const REST_MILLIS = 2_000;

/** Of queues, and of people; the choices have them all. */
const MOST_GROUPS = 6;

const PAGE = 25;
const MOST = 200;
const DAY_MILLIS = 86_400_000;

const TELLING = ['live.open', 'service-level.changed', 'sla.warning', 'sla.breached', 'task.created', 'task.assigned', 'task.ended', 'case.assigned', 'case.moved', 'case.changed', 'case.closed'];
const NAMES = ['live.open', 'queue.changed', 'agent.changed'];

/** What one can look at, and how many of it somebody has. */
const TABS = [
  { key: 'breached', many: ({ breached }) => breached, sign: 'bad', path: () => 'service-levels?state=breached' },
  { key: 'due', many: ({ due }) => due, sign: 'warn', path: ({ dueBefore }) => `service-levels?state=ticking&dueBefore=${encodeURIComponent(dueBefore)}` },
  { key: 'paused', many: ({ paused }) => paused, sign: '', path: () => 'service-levels?state=paused' },
  { key: 'late', path: ({ days }) => `service-levels/late?from=${encodeURIComponent(new Date(now() - days * DAY_MILLIS).toISOString())}` },
];

const DAYS = [1, 7, 30, 90, 365];

/** Stands for those whom nobody has, in the choice of owners; no user's id has a blank. */
const NOBODY = ' ';

export class SlaElement extends HTMLElement {
  /** The reader's user id. */
  me = '';

  #tab = TABS[0];
  #queue = '';
  #owner = '';
  #days = 7;
  #counts = { items: [], dueBefore: '' };
  #queues = [];
  #agents = [];
  #items = [];
  #next = null;
  #rows = new Map();
  #leave = () => {};
  #looks = new Looks(REST_MILLIS, () => this.#look());

  #tabs = el('div', { class: 'tabs', role: 'tablist', 'aria-label': t('sla.title'), onkeydown: (event) => this.#step(event) });
  #queueChoice = el('select', { onchange: ({ target }) => this.#choose(() => { this.#queue = target.value; }) });
  #ownerChoice = el('select', { onchange: ({ target }) => this.#choose(() => { this.#owner = target.value; }) });
  #daysChoice = el('select', { onchange: ({ target }) => this.#choose(() => { this.#days = Number(target.value); }) },
    ...DAYS.map((days) => el('option', { value: String(days), selected: days === 7 }, t(`sla.days.${days}`))));
  #period = el('label', { hidden: true }, t('sla.period'), this.#daysChoice);
  #groups = el('div', { class: 'groups', role: 'group', 'aria-label': t('sla.groups'), hidden: true });
  #head = el('tr');
  #body = el('tbody');
  #table = el('table', { hidden: true }, el('thead', {}, this.#head), this.#body);
  #empty = el('p', { class: 'empty' }, t('desk.loading'));
  #error = el('p', { class: 'error', role: 'alert', hidden: true });
  #more = el('button', { type: 'button', class: 'plain', onclick: () => this.#further() }, t('desk.more'));
  #foot = el('div', { class: 'foot', hidden: true }, this.#more);
  #told = teller();
  #root = shadow(this, css, el('section', { class: 'board', 'aria-label': t('sla.title') },
    el('div', { class: 'top' }, el('h2', {}, icon('clock'), t('sla.title')), this.#tabs,
      el('div', { class: 'filter', role: 'search' }, this.#period,
        el('label', {}, t('sla.queue'), this.#queueChoice), el('label', {}, t('sla.owner'), this.#ownerChoice))),
    this.#groups, this.#error, el('div', { class: 'all', role: 'tabpanel' }, this.#table, this.#empty), this.#foot), this.#told.element);

  connectedCallback() {
    this.#leave = onEvent(({ type }) => {
      if (NAMES.includes(type)) this.#learnNames();
      if (TELLING.includes(type)) this.#looks.soon();
    });
    this.#looks.begin();
    this.#drawTabs();
    this.#drawHead();
    this.#learnNames().then(() => this.#looks.now());
  }

  disconnectedCallback() {
    this.#leave();
    this.#looks.stop();
  }

  async #learnNames() {
    const [queues, agents, gone] = await Promise.all([get('queues?all=true'), get('agents?everybody=true'), get('agents?left=true')]).catch(() => []);
    if (!queues) return;
    this.#queues = queues.items.map((queue) => ({ id: queue.id, name: nameOf(queue) }));
    this.#agents = [
      ...agents.items.map(({ id, name, queues: own }) => ({ id, name: plain(name), serves: own.length > 0 })),
      ...gone.items.map(({ id, name }) => ({ id, name: plain(name), serves: false })),
    ];
    this.#rows.clear();
    this.#draw();
  }

  /** What cannot be asked now stays as it is shown, and is said. */
  async #look() {
    const asked = this.#question();
    try {
      const counts = await get('service-levels/counts');
      businessTimeIs(counts.now);
      this.#counts = counts;
      const page = await get(this.#path(Math.min(MOST, Math.max(PAGE, this.#items.length))));
      if (asked !== this.#question()) return; // the reader has gone on meanwhile
      this.#items = page.items;
      this.#next = page.next;
      this.#error.hidden = true;
      this.#draw();
    } catch (problem) {
      this.#error.textContent = inSentence(problem);
      this.#error.hidden = false;
    }
  }

  async #further() {
    const asked = this.#question();
    this.#more.disabled = true;
    try {
      const page = await get(`${this.#path(PAGE)}&after=${encodeURIComponent(this.#next)}`);
      if (asked !== this.#question()) return;
      this.#items = [...this.#items, ...page.items.filter(({ id }) => !this.#items.some((shown) => shown.id === id))];
      this.#next = page.next;
      this.#draw();
    } catch (problem) {
      this.#told.tell(inSentence(problem), true);
    } finally {
      this.#more.disabled = false;
    }
  }

  #question() {
    return [this.#tab.key, this.#queue, this.#owner, this.#days].join('\n');
  }

  #path(limit) {
    const queue = this.#queue ? `&queue=${encodeURIComponent(this.#queue)}` : '';
    const owner = this.#owner === NOBODY ? '&unowned=true' : this.#owner ? `&owner=${encodeURIComponent(this.#owner)}` : '';
    return `${this.#tab.path({ dueBefore: this.#counts.dueBefore, days: this.#days })}${queue}${owner}&limit=${limit}`;
  }

  /** @param choice changes what is asked for */
  #choose(choice) {
    choice();
    this.#items = [];
    this.#next = null;
    this.#rows.clear();
    this.#period.hidden = this.#tab.key !== 'late';
    this.#drawTabs();
    this.#drawHead();
    this.#body.replaceChildren();
    this.#table.hidden = true;
    this.#foot.hidden = true;
    this.#empty.hidden = false;
    this.#empty.textContent = t('desk.loading');
    this.#looks.now();
  }

  #draw() {
    this.#drawTabs();
    this.#drawChoices();
    this.#rows = drawn(this.#rows, this.#items, ({ id }) => id, (item) => row(this.#tab.key, item, this.#around));
    const held = this.#root.activeElement?.dataset.key;
    reconcile(this.#body, [...this.#rows.values()].map(({ node }) => node));
    if (held && this.#root.activeElement?.dataset.key !== held) this.#body.querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
    this.#table.hidden = this.#rows.size === 0;
    this.#empty.hidden = this.#rows.size > 0;
    this.#empty.textContent = t(`sla.none.${this.#tab.key}`);
    this.#foot.hidden = !this.#next;
  }

  #drawHead() {
    this.#head.replaceChildren(...columns(this.#tab.key).map((label) => el('th', { scope: 'col' }, label)));
  }

  #drawTabs() {
    const focused = this.#root.activeElement?.dataset.tab;
    const written = JSON.stringify([this.#tab.key, TABS.map((tab) => this.#many(tab))]);
    if (this.#tabs.dataset.written === written) return;
    this.#tabs.dataset.written = written;
    this.#tabs.replaceChildren(...TABS.map((tab) => {
      const many = this.#many(tab);
      const chosen = tab === this.#tab;
      return el('button', { type: 'button', role: 'tab', 'aria-selected': String(chosen), tabindex: chosen ? '0' : '-1', 'data-tab': tab.key, onclick: () => this.#open(tab) },
        t(`sla.tab.${tab.key}`), many !== null && el('b', { class: many > 0 ? tab.sign : '' }, String(many)));
    }));
    if (focused) this.#tabs.querySelector(`[data-tab=${focused}]`)?.focus();
  }

  #many(tab) {
    if (!tab.many) return null;
    return this.#counts.items.filter((one) => this.#wanted(one)).reduce((sum, one) => sum + tab.many(one), 0);
  }

  #wanted({ queue, owner }) {
    return (!this.#queue || queue === this.#queue) && (!this.#owner || (owner ?? NOBODY) === this.#owner);
  }

  #open(tab) {
    if (tab !== this.#tab) this.#choose(() => { this.#tab = tab; });
  }

  #step({ key }) {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!way) return;
    this.#open(TABS[(TABS.indexOf(this.#tab) + way + TABS.length) % TABS.length]);
    this.#tabs.querySelector('[aria-selected=true]').focus();
  }

  /** Each with how many of what is looked at it has. */
  #drawChoices() {
    const many = (wanted) => (this.#tab.many ? this.#counts.items.filter(wanted).reduce((sum, one) => sum + this.#tab.many(one), 0) : 0);
    const queues = this.#queues.map(({ id, name }) => [id, name, many(({ queue, owner }) => queue === id && (!this.#owner || (owner ?? NOBODY) === this.#owner))]);
    const of = (id) => many(({ queue, owner }) => (owner ?? NOBODY) === id && (!this.#queue || queue === this.#queue));
    const agents = this.#agents.map(({ id, name, serves }) => [id, name, of(id), serves])
      .filter(([id, , has, serves]) => serves || has > 0 || id === this.#owner || this.#tab.key === 'late');
    this.#drawGroups(queues, [[NOBODY, t('sla.nobody'), of(NOBODY)], ...agents]);
    fill(this.#queueChoice, this.#queue, [['', t('sla.everyQueue'), 0], ...queues]);
    fill(this.#ownerChoice, this.#owner, [['', t('sla.everybody'), 0], [NOBODY, t('sla.nobody'), of(NOBODY)], ...agents]);
  }

  /** Where most of it is, at a glance; one press narrows the list to it, another widens it again. */
  #drawGroups(queues, owners) {
    const most = (all) => all.filter(([, , many]) => many > 0).sort((one, other) => other[2] - one[2]).slice(0, MOST_GROUPS);
    const groups = [['queue', most(queues), this.#queue], ['owner', most(owners), this.#owner]];
    const written = JSON.stringify(groups);
    this.#groups.hidden = groups.every(([, found]) => found.length === 0);
    if (this.#groups.dataset.written === written) return;
    this.#groups.dataset.written = written;
    const held = this.#root.activeElement?.dataset.group;
    this.#groups.replaceChildren(...groups.filter(([, found]) => found.length > 0).map(([kind, found, chosen]) => el('span', { class: 'group' }, `${t(`sla.${kind}`)}:`,
      ...found.map(([id, name, many]) => el('button', { type: 'button', 'aria-pressed': String(id === chosen), 'data-group': `${kind}-${id}`, dir: 'auto', onclick: () => this.#choose(() => {
        const wanted = id === chosen ? '' : id;
        if (kind === 'queue') this.#queue = wanted;
        else this.#owner = wanted;
        (kind === 'queue' ? this.#queueChoice : this.#ownerChoice).value = wanted;
      }) }, name, ' ', el('b', {}, String(many)))))));
    if (held) this.#groups.querySelector(`[data-group="${CSS.escape(held)}"]`)?.focus();
  }

  /** What rows need of the board. */
  get #around() {
    return {
      me: this.me,
      queueName: (id) => (id ? this.#queues.find((queue) => queue.id === id)?.name ?? id : '–'),
      ownerName: (id) => (id ? this.#agents.find((agent) => agent.id === id)?.name ?? id : t('sla.nobody')),
      deeds: (item) => deeds(this.#root, item, { queues: this.#queues, agents: this.#agents.filter(({ serves }) => serves), told: (words) => {
        this.#told.tell(words);
        this.#looks.now();
      } }),
    };
  }
}

/** A list that is unfolded just now is left alone. */
function fill(select, chosen, options) {
  const written = JSON.stringify([chosen, options]);
  if (select.dataset.written === written || (select.matches(':focus') && select.options.length > 0 && select.value === chosen)) return;
  select.dataset.written = written;
  select.replaceChildren(...options.map(([value, name, many]) => el('option', { value, selected: value === chosen }, many > 0 ? `${name} (${many})` : name)));
}

customElements.define('novelo-sla', SlaElement);
