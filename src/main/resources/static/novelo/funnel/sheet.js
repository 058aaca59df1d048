// A lead beside the board: what is known of it, what comes next, and the way to its conversation.

import { get, patch } from '../api.js';
import { ask } from '../desk/ask.js';
import { Form } from '../desk/form.js';
import { inSentence } from '../desk/told.js';
import { el, icon } from '../dom.js';
import { named, t } from '../texts.js';
import { exactly, when } from '../time.js';
import { plain } from '../words.js';
import { fields, patchOf, valuesOf } from './fields.js';
import { ProposalList } from './proposals.js';
import { isOver, nameOf, refusal, stageName, worth } from './says.js';

const TASKLIST = '../camunda/app/tasklist/default/';
const MILESTONES = ['contacted', 'qualified', 'opportunity', 'proposal'];

export class Sheet {
  number = '';
  choices;

  #root;
  #on;
  #view = null;
  #written = '';
  #form = null;
  #before = {};
  #box = el('dialog', { class: 'sheet', 'aria-labelledby': 'sheet-name', oncancel: (event) => this.#leaving(event), onclick: ({ target }) => target === this.#box && this.#close(), onclose: () => this.#closed() });
  #head = el('header');
  #news = el('div', { class: 'note warn', role: 'status', hidden: true }, t('lead.changedMeanwhile'), el('button', { type: 'button', class: 'plain', onclick: () => this.#draw() }, t('lead.showNow')));
  #milestones = el('div');
  #facts = el('div');
  #proposals = new ProposalList();
  #body = el('div', { class: 'body' }, this.#news, this.#milestones, this.#proposals.element, this.#facts);

  /** @param on `{menu(item, anchor), changed(), shown(number), session(), queueName(id), personName(id), tell(words, bad)}` */
  constructor(root, on) {
    this.#root = root;
    this.#on = on;
    this.#box.append(this.#head, this.#body);
  }

  get unsaved() {
    return Boolean(this.#form?.unsaved);
  }

  async open(number) {
    if (this.number) return;
    this.number = number;
    this.#root.append(this.#box);
    this.#head.replaceChildren(el('h2', { id: 'sheet-name' }, number), this.#closing(), el('p', { role: 'status' }, t('desk.loading')));
    for (const part of [this.#milestones, this.#facts]) part.replaceChildren();
    this.#news.hidden = true;
    this.#box.showModal();
    this.#on.shown(number);
    await this.again();
  }

  /** Somebody has done something with a lead. */
  heard(number) {
    if (number === this.number) this.again();
  }

  /** What the reader is filling in stays; that there is something new is said. */
  async again() {
    const { number } = this;
    if (!number) return;
    try {
      const view = await get(`leads/${encodeURIComponent(number)}`);
      if (number !== this.number) return;
      const written = JSON.stringify({ ...view, clocks: null });
      if (written === this.#written) return;
      this.#written = written;
      this.#view = view;
      this.#drawHead();
      this.#drawMilestones();
      this.#proposals.show(view, !isOver(view), this.choices.currency);
      if (this.unsaved) this.#news.hidden = false;
      else this.#draw();
    } catch (problem) {
      if (number === this.number && !this.#view) this.#facts.replaceChildren(el('p', { class: 'error', role: 'alert' }, problem.status === 404 ? t('lead.gone') : inSentence(problem)));
    }
  }

  #closing() {
    return el('button', { type: 'button', class: 'close', 'aria-label': t('dialog.close'), title: t('dialog.close'), 'data-key': 'close', onclick: () => this.#close() }, icon('cancelled'));
  }

  #drawHead() {
    const view = this.#view;
    const held = this.#root.activeElement?.dataset.key;
    this.#head.replaceChildren(
      el('div', {}, el('h2', { id: 'sheet-name', dir: 'auto' }, nameOf(view)),
        el('p', {}, [view.number, stageName(view.stage), view.grade && t('lead.gradeIs', view.grade), worth(view)].filter(Boolean).join(' · '))),
      this.#closing(),
      el('div', { class: 'acts' },
        view.conversation && el('button', { type: 'button', class: 'solid', 'data-key': 'talk', onclick: () => this.#talk() }, icon('other'), t('lead.conversation')),
        this.#task(),
        !isOver(view) && el('button', { type: 'button', class: 'plain', 'data-key': 'move', 'aria-haspopup': 'menu', onclick: ({ currentTarget }) => this.#on.menu(view, currentTarget) }, icon('forward'), t('lead.move'))));
    if (held) this.#head.querySelector(`[data-key=${held}]`)?.focus();
  }

  /** Whatever of the lead waits for a person, in Tasklist. */
  #task() {
    const place = el('a', { class: 'plain', hidden: true, 'data-key': 'task' }, icon('list'), t('lead.task'));
    const { conversation, number } = this.#view;
    if (conversation && !isOver(this.#view)) {
      get(`work?view=all&conversation=${encodeURIComponent(conversation)}`).then(({ items }) => {
        const own = items.find((item) => item.case?.number === number);
        if (!own) return;
        place.href = `${TASKLIST}#/?task=${encodeURIComponent(own.taskId)}`;
        place.hidden = false;
      }).catch(() => {}); // the conversation can be opened all the same
    }
    return place;
  }

  async #talk() {
    const { conversation } = this.#view;
    const { user, manager } = this.#on.session();
    const { openConversation } = await import('../aside.js');
    openConversation({ conversation, name: nameOf(this.#view), me: user, manager }, () => this.again());
  }

  #drawMilestones() {
    const view = this.#view;
    const steps = [['new', view.createdAt], ...MILESTONES.map((stage) => [stage, view[`${stage}At`]]), ...(isOver(view) ? [[view.stage, view.closedAt]] : [])];
    this.#milestones.replaceChildren(el('ol', { class: 'milestones', 'aria-label': t('lead.stages') }, ...steps.map(([stage, at]) => el('li', { class: at ? 'done' : null },
      el('b', {}, stageName(stage)), at ? el('time', { datetime: at, title: exactly(at) }, when(at)) : '–'))));
  }

  #draw() {
    const view = this.#view;
    this.#news.hidden = true;
    const held = this.#facts.contains(this.#root.activeElement) ? this.#root.activeElement.getAttribute('name') ?? '' : null;
    this.#form = null;
    const over = isOver(view);
    this.#facts.replaceChildren(this.#told(view), ...(over ? [] : [this.#fill(view)]));
    if (held !== null) this.#facts.querySelector(held ? `[name="${CSS.escape(held)}"]` : '[type=submit]')?.focus({ preventScroll: true });
  }

  #told(view) {
    const source = [named('lead.source', view.source), view.sourceDetail && view.source !== 'agent' && plain(view.sourceDetail)].filter(Boolean).join(' · ');
    const next = view.nextPlanned && `${named('lead.planned', view.nextPlanned.what)} · ${when(view.nextPlanned.at)}`;
    const texts = isOver(view) ? ['product', 'products', 'competitors', 'decisionMakers', 'objections'].map((name) => [t(`lead.${name}`), plain(view[name])]) : [];
    const pairs = [
      [t('lead.source'), source], [t('lead.queue'), this.#on.queueName(view.queue)], [t('lead.owner'), view.owner ? plain(this.#on.personName(view.owner)) : t('lead.nobody')],
      [t('lead.next'), next], [t('lead.until'), view.stage === 'nurturing' && view.putOffUntil && when(view.putOffUntil)],
      [t('lead.lostReason'), view.lostReason && named('lead.lost', view.lostReason)], [t('lead.lostTo'), plain(view.lostTo)], ...texts,
    ];
    return el('dl', { class: 'facts' }, ...pairs.filter(([, value]) => value).flatMap(([label, value]) => [el('dt', {}, label), el('dd', { dir: 'auto' }, value)]));
  }

  #fill(view) {
    const all = fields(this.choices, view);
    this.#before = valuesOf(view, this.choices);
    this.#form = new Form(all, { values: this.#before, label: t('lead.save'), save: (values) => this.#save(values) });
    all.forEach(({ wide }, place) => wide && this.#form.fields.children[place].classList.add(wide));
    this.#before = this.#form.values; // as the fields give it back
    return this.#form.element;
  }

  async #save(values) {
    const change = patchOf(this.#before, values);
    if (Object.keys(change).length > 0) {
      try {
        await patch(`leads/${encodeURIComponent(this.number)}`, change);
      } catch (problem) {
        if (problem.kind !== 'move-refused') throw problem;
        this.#on.tell(refusal(problem), true);
      }
      this.#form.kept();
      this.#written = '';
      await this.again();
      this.#on.changed();
    }
    this.#on.tell(t('lead.saved'));
  }

  #leaving(event) {
    if (!this.unsaved) return;
    event.preventDefault();
    this.#close();
  }

  async #close() {
    if (this.unsaved && !(await ask(this.#root, { title: t('lead.unsaved'), text: t('lead.unsavedText'), label: t('lead.discard'), act: () => {} }))) return;
    this.#form = null;
    this.#box.close();
  }

  #closed() {
    this.number = '';
    this.#proposals.show(null, false);
    this.#view = null;
    this.#written = '';
    this.#form = null;
    this.#box.remove();
    this.#on.shown('');
  }
}
