// The page's frame: who is reading, the sections, and the view that the address names.

import { forgetSession, session } from '../api.js';
import { el, icon, shadow } from '../dom.js';
import { onEvent } from '../live.js';
import { News } from '../news.js';
import { keepAlive } from '../presence.js';
import { t } from '../texts.js';
import { businessTimeIs } from '../time.js';
import { plain } from '../words.js';
import css from './desk.css.js';
import { door, stranger } from './door.js';
import { Outlet } from './outlet.js';
import { address, place } from './route.js';
import { PAGES } from './sections.js';
import { teller } from './told.js';

export class Desk extends HTMLElement {
  #session = null;
  #watched = [];
  #deaf = false;
  #filled = { unsaved: () => false };
  #address = location.hash;
  #refresh = null;
  #news = new News(() => this.#filled.unsaved() || (this.#refresh ?? (() => this.#outlet.again()))());

  #nav = el('nav', { class: 'sections' });
  #main = el('main', { id: 'main', tabindex: '-1' });
  #outlet = new Outlet(this.#main, this.#filled);
  #told = teller();
  #me = el('span', { class: 'me', dir: 'auto' });
  #ways = el('span', { class: 'ways' });
  #root;

  #page;

  /** @param page one of PAGES */
  constructor(page) {
    super();
    this.#page = page;
    this.#root = shadow(this, css,
      el('a', { class: 'skip', href: '#main', onclick: (event) => this.#skip(event) }, t('desk.skip')),
      el('header', { class: 'top' },
        el('img', { src: new URL('../novelo.svg', import.meta.url).href, alt: '', width: '28', height: '28' }),
        el('strong', {}, this.#say('title')),
        this.#ways, this.#me),
      this.#nav, this.#main, this.#told.element);
  }

  connectedCallback() {
    this.classList.toggle('single', this.#page.sections.length === 1);
    this.#leadElsewhere();
    this.#nav.setAttribute('aria-label', t('desk.sections'));
    window.addEventListener('hashchange', () => this.#moved());
    window.addEventListener('beforeunload', (event) => this.#filled.unsaved() && event.preventDefault());
    window.addEventListener('focus', () => this.#session || this.#tryAgain());
    this.#begin();
  }

  /** The other pages that the reader can do something with. */
  #leadElsewhere() {
    const open = ({ everybody }) => everybody || this.#session?.manager;
    this.#ways.replaceChildren(
      ...PAGES.filter((other) => other !== this.#page && open(other)).map(({ name, texts }) => el('a', { class: 'elsewhere', href: name }, t(`${texts}.title`))),
      el('a', { class: 'elsewhere', href: '../camunda/app/tasklist/' }, t('desk.tasklist')));
  }

  #say(key, ...values) {
    return t(`${this.#page.texts}.${key}`, ...values);
  }

  /** He may have logged in meanwhile, in another window. */
  #tryAgain() {
    forgetSession();
    this.#begin();
  }

  async #begin() {
    const known = await this.#outlet.show(async () => {
      const who = await session().catch((problem) => {
        if (problem.status === 401) return null;
        throw problem;
      });
      const welcome = who?.manager || (who && this.#page.everybody);
      if (welcome) this.#session = who;
      return welcome ? el('p', { class: 'waiting' }, t('desk.loading')) : who ? stranger(this.#say('strangerHint', plain(who.name))) : door();
    });
    if (!known || !this.#session) return;
    onEvent(({ type }) => this.#heard(type));
    keepAlive();
    businessTimeIs(this.#session.now);
    this.#me.textContent = plain(this.#session.name);
    this.#leadElsewhere();
    this.#show();
  }

  /** Whatever was missed while nothing could be heard may have changed what is shown. */
  #heard(type) {
    if (type === 'live.lost') this.#deaf = true;
    const missed = type === 'live.open' && this.#deaf;
    if (type === 'live.open') this.#deaf = false;
    if (this.#session && this.#watched.length > 0 && (missed || this.#watched.includes(type))) this.#news.note(type);
  }

  /** A form that is not saved is not left by a slip. */
  #moved() {
    if (location.hash === this.#address || location.hash === '#main') return;
    if (this.#filled.unsaved() && !window.confirm(t('desk.unsaved'))) {
      history.replaceState(null, '', this.#address);
      return;
    }
    this.#show(true);
  }

  async #show(moved = false) {
    if (!this.#session) return;
    this.#address = location.hash;
    const { section, path, query } = place(this.#address);
    const current = this.#page.sections.find(({ key }) => key === section) ?? this.#page.sections[0];
    this.#filled.unsaved = () => false;
    this.#watch([], null);
    this.#navigate(current);
    document.title = [this.#page.sections.length > 1 && t(`desk.nav.${current.key}`), this.#say('title'), 'Novelo'].filter(Boolean).join(' · ');
    const around = { ...this.#around(), path: current.key === section ? path : [], query };
    const shown = await this.#outlet.show(async () => (await current.load()).default(around));
    if (!shown) return;
    window.scrollTo(0, 0);
    if (moved && !this.#root.activeElement) this.#main.focus({ preventScroll: true }); // what had the cursor is gone
  }

  #watch(types, refresh) {
    this.#watched = types;
    this.#refresh = refresh;
  }

  /** What a view may ask of the page. */
  #around() {
    const made = new Map();
    return {
      session: this.#session,
      root: this.#root,
      go: (...where) => { location.hash = address(...where); },
      at: (...where) => this.#renamed(address(...where)),
      saved: () => { this.#filled.unsaved = () => false; },
      tell: (words, bad) => this.#told.tell(words, bad),
      watch: (types, refresh = null) => this.#watch(types, refresh),
      keep: (unsaved) => { this.#filled.unsaved = unsaved; },
      again: () => this.#outlet.again(),
      /** Made once for this view, however often that is drawn: what somebody reads there, or fills in, stays. */
      once: (key, make) => made.get(key) ?? made.set(key, make()).get(key),
    };
  }

  /** The same view under another address, such as a list that shows less. */
  #renamed(wanted) {
    history.replaceState(null, '', wanted);
    this.#address = wanted;
  }

  /** Drawn once: the link that was pressed keeps the cursor. */
  #navigate(current) {
    if (!this.#nav.firstChild) {
      this.#nav.append(el('ul', {}, ...this.#page.sections.map(({ key, sign }) => el('li', {}, el('a', { href: address(key), 'data-section': key }, icon(sign), el('span', {}, t(`desk.nav.${key}`)))))));
    }
    this.#nav.querySelector('[aria-current]')?.removeAttribute('aria-current');
    const link = this.#nav.querySelector(`[data-section=${current.key}]`);
    link.setAttribute('aria-current', 'page');
    link.scrollIntoView({ block: 'nearest', inline: 'nearest' }); // on a telephone not all of them have room
  }

  #skip(event) {
    event.preventDefault();
    this.#main.focus();
  }
}

customElements.define('novelo-desk', Desk);
