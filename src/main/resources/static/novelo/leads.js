// <novelo-leads>: leads that nobody has a next step for, and those that were lost, or fell silent, without anyone having
// followed them up. From each one gets to its card.

import { get } from './api.js';
import { nameOf as queueName } from './desk/names.js';
import { inSentence } from './desk/told.js';
import { drawn, el, icon, reconcile, shadow } from './dom.js';
import { nameOf, stageName, worth } from './funnel/says.js';
import { onNews } from './live.js';
import css from './sla.css.js';
import { named, t } from './texts.js';
import { exactly, now, when } from './time.js';
import { plain } from './words.js';

const FUNNEL = new URL('../desk/funnel', import.meta.url).href;
const TELLING = ['live.open', 'case.opened', 'case.changed', 'case.closed', 'lead.stageReached'];

/** A busy company has news all the time, and what is listed here waits for days. */
const REST_MILLIS = 5_000;
const HEAL_MILLIS = 60_000;

/** More are on the board, or asked for over the API. */
const MOST = 10;
const DAY_MILLIS = 86_400_000;
const DAYS = [7, 30, 90, 365];
const TABS = ['without', 'lost'];

export class LeadsElement extends HTMLElement {
  #tab = 'without';
  #days = 30;
  #counts = { without: null, lost: null };
  #items = { without: [], lost: [] };
  #queues = new Map();
  #nodes = new Map();
  #leave = () => {};
  #healing;
  #asked = 0;

  #tabs = el('div', { class: 'tabs', role: 'tablist', 'aria-label': t('leads.title'), onkeydown: (event) => this.#step(event) },
    ...TABS.map((tab) => el('button', { type: 'button', role: 'tab', 'data-tab': tab, onclick: () => this.#open(tab) }, t(`leads.tab.${tab}`), ' ', el('b'))));
  #daysChoice = el('select', { onchange: ({ target }) => { this.#days = Number(target.value); this.#look(); } },
    ...DAYS.map((days) => el('option', { value: String(days), selected: days === 30 }, t(`sla.days.${days}`))));
  #period = el('label', { hidden: true }, t('leads.period'), this.#daysChoice);
  #head = el('tr');
  #body = el('tbody');
  #table = el('table', { hidden: true }, el('thead', {}, this.#head), this.#body);
  #empty = el('p', { class: 'empty' }, t('desk.loading'));
  #error = el('p', { class: 'error', role: 'alert', hidden: true });
  #way = el('a', {}, t('leads.funnel'));
  #root = shadow(this, css, el('section', { class: 'board', 'aria-label': t('leads.title') },
    el('div', { class: 'top' }, el('h2', {}, icon('list'), t('leads.title')), this.#tabs, el('div', { class: 'filter', role: 'search' }, this.#period)),
    this.#error, el('div', { class: 'all', role: 'tabpanel' }, this.#table, this.#empty), el('div', { class: 'foot' }, this.#way)));

  connectedCallback() {
    this.#leave = onNews(TELLING, REST_MILLIS, () => document.hidden || this.#look());
    this.#healing = setInterval(() => document.hidden || this.#look(), HEAL_MILLIS);
    this.#draw();
    this.#look();
  }

  disconnectedCallback() {
    this.#leave();
    clearInterval(this.#healing);
  }

  /** What cannot be asked now stays as it is shown, and is said. */
  async #look() {
    this.#asked += 1;
    const mine = this.#asked;
    const from = new Date(now() - this.#days * DAY_MILLIS).toISOString();
    try {
      const [queues, board, lost] = await Promise.all([get('queues?all=true'), get('leads/board?withoutNextStep=true'), get(`leads/lost-without-follow-up?limit=${MOST}&from=${encodeURIComponent(from)}`)]);
      if (mine !== this.#asked) return;
      this.#queues = new Map(queues.items.map((queue) => [queue.id, queueName(queue)]));
      this.#counts = { without: board.columns.reduce((sum, { count }) => sum + count, 0), lost: lost.count };
      this.#items = { without: board.columns.flatMap(({ stage, cards }) => cards.map((card) => ({ ...card, stage }))).sort((one, other) => other.days - one.days).slice(0, MOST), lost: lost.items };
      this.#error.hidden = true;
      this.#draw();
    } catch (problem) {
      this.#error.textContent = inSentence(problem);
      this.#error.hidden = false;
    }
  }

  #open(tab) {
    this.#tab = tab;
    this.#period.hidden = tab !== 'lost';
    this.#nodes.clear();
    this.#draw();
  }

  #step({ key }) {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    this.#open(TABS.find((tab) => tab !== this.#tab));
    this.#tabs.querySelector('[aria-selected=true]').focus();
  }

  #draw() {
    for (const button of this.#tabs.children) {
      const { tab } = button.dataset;
      const many = this.#counts[tab];
      button.setAttribute('aria-selected', String(tab === this.#tab));
      button.tabIndex = tab === this.#tab ? 0 : -1;
      button.querySelector('b').textContent = many ?? '–';
      button.querySelector('b').className = many > 0 ? 'warn' : '';
    }
    const lost = this.#tab === 'lost';
    this.#way.href = `${FUNNEL}#board${lost ? '' : '?without=1'}`;
    this.#head.replaceChildren(...['lead', 'stage', 'value', lost ? 'since' : 'inStage', 'who'].map((key) => el('th', { scope: 'col' }, t(`leads.${key}`))));
    this.#nodes = drawn(this.#nodes, this.#items[this.#tab], ({ number }) => number, (item) => this.#row(item, lost));
    reconcile(this.#body, [...this.#nodes.values()].map(({ node }) => node));
    this.#table.hidden = this.#nodes.size === 0;
    this.#empty.hidden = this.#nodes.size > 0;
    if (this.#counts.lost !== null) this.#empty.textContent = t(`leads.none.${this.#tab}`);
  }

  #row(item, lost) {
    const since = lost ? item.silentSince ?? item.openedAt : item.stageSince;
    return el('tr', { 'data-lead': item.number },
      el('th', { scope: 'row' }, el('a', { href: `${FUNNEL}#board/${encodeURIComponent(item.number)}`, dir: 'auto' }, nameOf(item)), el('small', { dir: 'auto' }, [item.number, plain(item.product)].filter(Boolean).join(' · '))),
      el('td', {}, stageName(item.stage), lost && el('small', {}, item.reason ? named('lead.lost', item.reason) : t('leads.silent'))),
      el('td', { class: 'nowrap' }, worth(item) ?? '–'),
      el('td', { class: 'nowrap' }, el('time', { datetime: since, title: exactly(since) }, when(since))),
      el('td', { dir: 'auto' }, this.#queues.get(item.queue) ?? item.queue, el('small', { dir: 'auto' }, item.owner ? plain(item.ownerName ?? item.owner) : t('lead.nobody'))));
  }
}

customElements.define('novelo-leads', LeadsElement);
