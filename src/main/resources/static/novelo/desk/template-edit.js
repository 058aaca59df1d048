// A template is written: its parts, their samples, and beside them what the customer will see. Meta's rules are told at the
// field before anything is handed in, and what Meta refuses at its field too.

import { Above, chooser } from '../above.js';
import { Problem, get, post, put } from '../api.js';
import { el } from '../dom.js';
import { languageName } from '../languages.js';
import { places, preview } from '../template.js';
import { named, t } from '../texts.js';
import { plain } from '../words.js';
import { act, head, note } from './bits.js';
import { ButtonRows } from './button-rows.js';
import { Form } from './form.js';
import { Samples } from './samples.js';
import { CATEGORIES, LANGUAGES } from './templates.js';
import { draftOf, wish } from './template-draft.js';
import * as rules from './template-rules.js';

const HEADERS = ['NONE', 'TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION'];
const FILES = { IMAGE: 'image', VIDEO: 'video', DOCUMENT: 'document' };
const USUAL = ['name', 'day', 'time', 'order', 'amount'];

/** Its words are WhatsApp's own. */
const isCode = ({ category }) => category === 'AUTHENTICATION';
const hasWords = (values) => !isCode(values);

/** Where the server's names are not those of the form. */
const FIELDS = { 'header.text': 'headerText', 'header.type': 'header', 'header.media': 'media', 'authentication.expiresInMinutes': 'expiresInMinutes', 'authentication.button': 'codeButton' };

/** @param id of the template that is to be changed, or null for a new one */
export default async function edit(around, id) {
  const from = id ?? around.query.from;
  const [stored, { items: lines }] = await Promise.all([from ? get(`templates/${encodeURIComponent(from)}`) : null, get('lines')]);
  const draft = draftOf(stored, id === null);
  return new Editor(around, { id, draft, approved: id !== null && stored.status === 'APPROVED', accounts: accountsOf(lines) }).element;
}

/** A template belongs to a business account, whose lines send it; people know them by the lines. */
function accountsOf(lines) {
  const accounts = new Map();
  for (const { account: { id }, name, display } of lines) accounts.set(id, [...(accounts.get(id) ?? []), name || display]);
  return [...accounts].map(([value, names]) => ({ value, label: names.join(', ') }));
}

class Editor {
  #above = new Map();
  #file = el('div');
  #bubble = el('div');

  constructor(around, { id, draft, approved, accounts }) {
    this.around = around;
    this.id = id;
    this.draft = draft;
    this.samples = new Samples(draft.samples, () => this.#show());
    this.buttons = new ButtonRows(draft.buttons, () => this.#show());
    this.form = new Form(this.#fields(accounts, approved), { values: draft, label: t(id ? 'template.handInAgain' : 'template.handIn'), cancel: () => around.go('templates', id ? [id] : []), changed: () => this.#show(), save: (values) => this.#save(values) });
    this.before = JSON.stringify(this.#all);
    around.keep(() => JSON.stringify(this.#all) !== this.before);
    this.element = el('div', {},
      head(id ? plain(draft.name) : t('template.new'), id ? languageName(draft.language) : t('template.newHint'), [], { section: 'templates', path: id ? [id] : [], label: id ? plain(draft.name) : t('desk.templates') }),
      approved && note('warn', el('p', {}, t('template.editLimit'))) || '',
      el('div', { class: 'two' }, el('section', { class: 'card' }, this.form.element), el('aside', { class: 'aside' }, el('h2', {}, t('template.preview')), this.#bubble)));
    this.#show();
  }

  #fields(accounts, approved) {
    const fixed = this.id ? { disabled: '' } : {};
    return [
      accounts.length > 1 && !this.id && { name: 'account', kind: 'choice', label: t('template.lines'), options: accounts },
      { name: 'name', label: t('template.name'), hint: t('template.nameHint'), most: rules.MOST.name, must: true, rule: rules.name, attributes: { ...fixed, spellcheck: 'false' } },
      { name: 'language', kind: 'choice', label: t('template.language'), options: languages(this.draft.language), attributes: fixed },
      { name: 'category', kind: 'choice', label: t('template.category'), hint: t('template.categoryHint'), options: CATEGORIES.map((value) => ({ value, label: `${named('category', value)}: ${t(`template.categoryIs.${value}`)}` })), attributes: approved ? { disabled: '' } : {} },
      { name: 'code', kind: 'own', only: isCode, node: note('', el('p', {}, t('template.codeHint'))) },
      { name: 'securityRecommendation', kind: 'tick', only: isCode, label: t('template.securityRecommendation') },
      { name: 'expiresInMinutes', kind: 'number', only: isCode, label: t('template.expiresInMinutes'), rule: rules.minutes },
      { name: 'codeButton', only: isCode, label: t('button.label'), hint: t('template.codeButtonHint'), most: rules.MOST.label, rule: rules.label },
      { name: 'header', kind: 'choice', only: hasWords, label: t('template.above'), options: HEADERS.map((value) => ({ value, label: t(`template.header.${value}`) })) },
      { name: 'headerText', label: t('template.header.TEXT'), most: rules.MOST.header, must: true, rule: rules.headerText, only: (all) => hasWords(all) && all.header === 'TEXT' },
      { name: 'media', kind: 'own', node: this.#file, only: (all) => hasWords(all) && Boolean(FILES[all.header]) },
      { name: 'body', kind: 'area', lines: 6, only: hasWords, label: t('template.body'), hint: t('template.bodyHint'), most: rules.MOST.body, must: true, rule: rules.body },
      { name: 'insert', kind: 'own', only: hasWords, label: t('template.insert'), node: el('div', { class: 'acts' }, ...USUAL.map((key) => act(t(`template.place.${key}`), 'plus', () => this.#insert(t(`template.place.${key}.name`))))) },
      { name: 'samples', kind: 'own', only: hasWords, label: t('sample.title'), hint: t('sample.hint'), node: this.samples.element },
      { name: 'footer', only: hasWords, label: t('template.footer'), hint: t('template.footerHint'), most: rules.MOST.footer, rule: rules.footer },
      { name: 'buttons', kind: 'own', only: hasWords, label: t('template.buttons'), hint: t('template.buttonsHint'), node: this.buttons.element },
    ].filter(Boolean);
  }

  get #all() {
    return { ...this.form.values, buttons: this.buttons.values, samples: this.samples.shown, media: this.#chosen?.ready?.media.id };
  }

  /** The file that Meta is shown as a sample of what will stand there. */
  get #chosen() {
    const kind = isCode(this.form.values) ? null : FILES[this.form.values.header];
    if (!kind) return null;
    if (!this.#above.has(kind)) {
      const above = new Above(null, [kind]);
      above.addEventListener('change', () => this.#show());
      this.#above.set(kind, above);
    }
    return this.#above.get(kind);
  }

  #insert(name) {
    const area = this.form.element.querySelector('textarea');
    area.setRangeText(`{{${name}}}`, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input'));
    area.focus();
  }

  #show() {
    if (!this.form) return;
    const { values } = this.form;
    const above = this.#chosen;
    if (this.#file.above !== above) this.#file.replaceChildren(above ? chooser(above) : '');
    this.#file.above = above;
    this.samples.show([...(values.header === 'TEXT' ? places(values.headerText).map((place) => `header.${place}`) : []), ...places(values.body)]);
    const [file] = above?.files ?? [];
    this.#bubble.replaceChildren(preview(isCode(values) ? ofCode(values) : {
      header: values.header === 'NONE' ? null : { type: values.header, text: values.headerText }, body: values.body, footer: values.footer,
      buttons: this.buttons.values.map(({ type, text, value, example }) => ({ type, text, value: type === 'URL' ? value.replace('{{1}}', example) : value })),
    }, this.samples.shown, file?.kind === 'image' ? file.local ?? null : null));
  }

  async #save(values) {
    const above = this.#chosen;
    const missing = above && (above.files.length === 0 ? t('template.sampleMissing') : above.wrong);
    this.form.wrong('media', missing);
    if (hasWords(values) && ![this.samples.check(), this.buttons.check(), !missing].every(Boolean)) return;
    try {
      await this.#free(values);
      const request = wish(values, this.samples.shown, this.buttons.values, above?.ready?.media.id);
      const { id } = await (this.id ? put(`templates/${encodeURIComponent(this.id)}`, request) : post('templates', request));
      this.before = JSON.stringify(this.#all);
      this.around.saved();
      this.around.tell(t('template.handedIn'));
      this.around.go('templates', [id]);
    } catch (problem) {
      if (!this.#refused(problem)) throw problem;
    }
  }

  /** A name belongs to one category, and to each language once. */
  async #free({ name, language, category }) {
    if (this.id) return;
    const { items } = await get(`templates?limit=200&q=${encodeURIComponent(name)}`);
    const others = items.filter((other) => other.name === name);
    const wrong = others.some((other) => other.language === language) ? ['name', t('rule.taken')]
      : others.some((other) => other.category !== category) ? ['category', t('rule.oneCategory', named('category', others[0].category))] : null;
    if (wrong) throw new Problem(400, { type: ':bad-request', field: wrong[0], words: wrong[1] });
  }

  /** @returns whether it could be said at its field */
  #refused({ kind, body }) {
    if (kind !== 'bad-request') return false;
    const field = String(body.field ?? '');
    const words = body.words ?? t('refused.field', body.detail ?? '');
    const button = /^(?:buttons\[|examples\.button\.)(\d+)/.exec(field)?.[1];
    const sample = /^examples\.(.+)$/.exec(field)?.[1];
    if (button) this.buttons.refused(Number(button), words);
    else if (sample) return this.samples.refused(sample, words);
    else if (FIELDS[field] || body.words) this.form.wrong(FIELDS[field] ?? field, words);
    else return false;
    return true;
  }
}

/** Much as WhatsApp writes it, in the reader's language. */
function ofCode({ securityRecommendation, expiresInMinutes, codeButton }) {
  return {
    body: [t('template.code.body'), securityRecommendation && t('template.code.security')].filter(Boolean).join(' '),
    footer: expiresInMinutes && t('template.code.expires', expiresInMinutes), buttons: [{ type: 'OTP', text: codeButton || t('template.copyCode') }],
  };
}

function languages(own) {
  return [...new Set([...LANGUAGES, own])].map((value) => ({ value, label: languageName(value) }));
}
