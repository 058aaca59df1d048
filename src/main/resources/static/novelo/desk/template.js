// One template: what it says, how it stands, what became of it.

import { get, remove } from '../api.js';
import { el } from '../dom.js';
import { languageName } from '../languages.js';
import { preview, sampleOf } from '../template.js';
import { has, named, t } from '../texts.js';
import { exactly } from '../time.js';
import { valueFields } from '../values.js';
import { plain } from '../words.js';
import { ask } from './ask.js';
import { act, ago, facts, head, note, way } from './bits.js';
import { address } from './route.js';
import { quality, status } from './templates.js';

/** Meta takes another version of these only. */
const EDITABLE = ['APPROVED', 'REJECTED', 'PAUSED'];

export async function template(around, id) {
  around.watch(['template.changed']);
  const one = await get(`templates/${encodeURIComponent(id)}`);
  const gone = one.status === 'DELETED';
  return el('div', {},
    head(plain(one.name), null, [
      !gone && EDITABLE.includes(one.status) && way(t('template.edit'), 'edit', address('templates', [id, 'edit'])),
      way(t('template.copy'), 'copy', address('templates', ['new'], { from: id })),
      !gone && act(t('template.delete'), 'bin', () => taken(around, one), { bad: true })].filter(Boolean), { section: 'templates', label: t('desk.templates') }),
    ...trouble(one),
    el('div', { class: 'two' },
      el('div', {},
        el('section', { class: 'card' }, facts([
          [t('template.status'), el('span', {}, ...status(one))],
          [t('template.category'), named('category', one.category)],
          [t('template.language'), languageName(one.language)],
          [t('template.quality'), quality(one.quality)],
          [t('template.lines'), one.lines.map(({ display }) => display).join(', ') || t('template.noLine')],
          [t('template.changed'), ago(one.changedAt)],
        ])),
        history(one.history ?? [])),
      el('aside', { class: 'aside' }, seen(one))));
}

/** What a manager has to know before anything else. */
function trouble({ status: now, rejectedReason, category, correctCategory, quality: score, usable, whyNot }) {
  const reason = rejectedReason && rejectedReason !== 'NONE' && (has(`template.reason.${rejectedReason}`) ? t(`template.reason.${rejectedReason}`) : plain(rejectedReason));
  return [
    has(`template.todo.${now}`) && note(now === 'PENDING' || now === 'IN_APPEAL' ? '' : 'bad', el('p', {}, t(`template.todo.${now}`)), reason && el('p', { dir: 'auto' }, t('template.because', reason))),
    !usable && whyNot !== 'not-approved' && note('warn', el('p', {}, named('template.whyNot', whyNot))),
    correctCategory && correctCategory !== category && note('warn', el('p', {}, t('template.recategorised', named('category', correctCategory)))),
    score === 'RED' && note('warn', el('p', {}, t('template.redHint'))),
  ].filter(Boolean);
}

/** The bubble, with values to try. */
function seen(one) {
  const bubble = el('div');
  const fields = valueFields(one, Object.fromEntries(one.variables.map((variable) => [variable.key, sampleOf(one, variable)])), '', show);
  function show() {
    bubble.replaceChildren(preview(one, fields.values));
  }
  show();
  return el('div', {}, el('h2', {}, t('template.preview')), bubble,
    one.variables.length > 0 && el('details', { class: 'card tried' }, el('summary', {}, t('template.try')), fields.element));
}

function history(changes) {
  if (changes.length === 0) return null;
  return el('section', { class: 'card' }, el('h2', {}, t('template.history')),
    el('ol', { class: 'story' }, ...changes.map(({ at, what, before, after, reason, by }) => el('li', {},
      el('time', { datetime: at }, exactly(at)),
      el('span', {}, el('strong', {}, named('template.what', what)), values(what, before, after), by ? ` · ${plain(by)}` : '',
        reason && reason !== 'NONE' && el('small', { dir: 'auto' }, has(`template.reason.${reason}`) ? t(`template.reason.${reason}`) : plain(reason)))))));
}

const WORDS = { STATUS: 'template.status', CREATED: 'template.status', CATEGORY: 'category', CATEGORY_NOTICE: 'category', QUALITY: 'quality' };

function values(what, before, after) {
  if (!WORDS[what] || !after) return '';
  const words = (value) => named(WORDS[what], value);
  return before ? `: ${words(before)} → ${words(after)}` : `: ${words(after)}`;
}

async function taken(around, { id, name, language, status: now }) {
  const done = await ask(around.root, {
    title: t('template.deleteAsk', plain(name)),
    text: `${t('template.deleteHint', languageName(language))}${now === 'APPROVED' ? ` ${t('template.deleteBlocked')}` : ''}`,
    label: t('template.delete'),
    act: () => remove(`templates/${encodeURIComponent(id)}`),
  });
  if (!done) return;
  around.tell(t('template.deleted'));
  around.go('templates');
}
