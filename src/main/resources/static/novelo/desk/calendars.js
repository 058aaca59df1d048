// When the company works: hours of each day, whose holidays, and days that are different. A change makes a new version.

import { get, put, remove } from '../api.js';
import { el } from '../dom.js';
import { locale, t } from '../texts.js';
import { now } from '../time.js';
import { plain } from '../words.js';
import { ask } from './ask.js';
import { act, head, mark, way } from './bits.js';
import { Form } from './form.js';
import { address } from './route.js';
import { table } from './table.js';

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const HOURS = /^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const EXCEPTION = /^(\d{4}-\d{2}-\d{2})((?:\s+\d{2}:\d{2}-\d{2}:\d{2},?)*)\s*(.*)$/;
const NAME = /^[a-z][a-z0-9-]{0,39}$/;
const DAY_MILLIS = 86_400_000;
const SHOWN_DAYS = 14;

/** 3 January 2000 was a Monday. */
const dayName = (day) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, 0, 3 + DAYS.indexOf(day)));
const dateName = (date) => new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(Date.parse(date));
const inWords = (intervals) => intervals.map(({ opens, closes }) => `${opens}-${closes}`).join(', ');

export default async function calendars(around) {
  const [name] = around.path;
  if (name === 'new') return edited(around, null);
  if (name) return edited(around, name);
  around.watch(['calendar.changed']);
  const { items } = await get('calendars');
  return el('div', {},
    head(t('desk.nav.calendars'), t('calendars.hint'), [way(t('calendars.new'), 'plus', address('calendars', ['new']), { solid: true })]),
    table(t('desk.nav.calendars'), [
      { label: t('calendars.name'), cell: (one) => el('a', { href: address('calendars', [one.name]), 'data-key': one.name }, one.name) },
      { label: t('calendars.hours'), cell: ({ hours }) => DAYS.filter((day) => hours[day]?.length > 0).map((day) => el('div', {}, `${dayName(day)}: ${inWords(hours[day])}`)) },
      { label: t('calendars.holidays'), cell: ({ holidays, exceptions }) => [holidays ?? '–', exceptions.length > 0 && el('small', {}, t('calendars.exceptions', exceptions.length))] },
      { label: t('calendars.zone'), cell: ({ timeZone }) => timeZone ?? t('calendars.company') },
    ], items));
}

function read(text) {
  return text.split(',').map((part) => part.replace(/\s/g, '')).filter(Boolean);
}

const interval = (part) => ({ opens: part.split('-')[0], closes: part.split('-')[1] });
const wrongHours = (text) => (read(text).every((part) => HOURS.test(part)) ? null : t('calendars.hoursWrong'));

/** One day a line: the date, other hours if any, and why. */
function exceptionsOf(text) {
  return text.split('\n').map((line) => line.trim()).filter(Boolean).map((line) => {
    const [, date, hours = '', reason = ''] = EXCEPTION.exec(line) ?? [];
    return { date, hours: hours.split(/[\s,]+/).filter(Boolean), reason };
  });
}

const wrongExceptions = (text) => (exceptionsOf(text).every(({ date, hours }) => date && hours.every((part) => HOURS.test(part))) ? null : t('calendars.exceptionWrong'));

function fields(fresh) {
  return [
    ...(fresh ? [{ name: 'name', label: t('calendars.name'), hint: t('calendars.nameHint'), must: true, rule: (value) => (NAME.test(value) ? null : t('queues.idWrong')) }] : []),
    ...DAYS.map((day, place) => ({ name: day, label: dayName(day), hint: place === 0 ? t('calendars.hoursHint') : null, rule: wrongHours, attributes: { spellcheck: 'false' } })),
    { name: 'holidays', label: t('calendars.holidays'), hint: t('calendars.holidaysHint'), most: 40, attributes: { spellcheck: 'false', autocapitalize: 'none' } },
    { name: 'exceptions', kind: 'area', lines: 5, label: t('calendars.different'), hint: t('calendars.differentHint'), rule: wrongExceptions },
    { name: 'timeZone', label: t('calendars.zone'), hint: t('calendars.zoneHint'), most: 60, attributes: { spellcheck: 'false' } },
  ];
}

function valuesOf(calendar) {
  return {
    ...Object.fromEntries(DAYS.map((day) => [day, inWords(calendar?.hours[day] ?? [])])),
    holidays: calendar?.holidays ?? '', timeZone: calendar?.timeZone ?? '',
    exceptions: (calendar?.exceptions ?? []).map(({ date, hours, reason }) => [date, inWords(hours), reason && plain(reason)].filter(Boolean).join(' ')).join('\n'),
  };
}

function wish(values) {
  return {
    timeZone: values.timeZone || null, holidays: values.holidays || null,
    hours: Object.fromEntries(DAYS.filter((day) => values[day]).map((day) => [day, read(values[day]).map(interval)])),
    exceptions: exceptionsOf(values.exceptions).map(({ date, hours, reason }) => ({ date, hours: hours.map(interval), reason: reason || null })),
  };
}

async function edited(around, name) {
  const path = (of) => `calendars/${encodeURIComponent(of)}`;
  const calendar = name && await get(path(name));
  const form = new Form(fields(!name), {
    values: valuesOf(calendar),
    label: t('desk.save'),
    cancel: name ? null : () => around.go('calendars'),
    save: async (values) => {
      const saved = await put(path(name ?? values.name), wish(values));
      around.saved();
      if (name) await around.again();
      else around.go('calendars', [saved.name]);
      around.tell(t('desk.saved'));
    },
  });
  around.keep(() => form.unsaved);
  return el('div', {}, head(name ?? t('calendars.new'), t('calendars.editHint'), [], { section: 'calendars', label: t('desk.nav.calendars') }),
    el('div', { class: 'two' }, el('section', { class: 'card' }, form.element),
      el('aside', { class: 'aside' }, ...(name ? [await next(name), act(t('calendars.remove'), 'bin', () => end(around, name), { bad: true })] : []))));
}

/** What that means for the next two weeks, and why a day is different. */
async function next(name) {
  const day = (after) => new Date(now() + after * DAY_MILLIS).toISOString().slice(0, 10);
  const { items } = await get(`calendars/${encodeURIComponent(name)}/days?from=${day(0)}&to=${day(SHOWN_DAYS - 1)}`);
  return el('div', {}, el('h2', {}, t('calendars.next')), table(t('calendars.next'), [
    { label: t('calendars.day'), cell: ({ date }) => dateName(date) },
    { label: t('calendars.hours'), cell: ({ open, why, name: reason }) => [open.length > 0 ? inWords(open) : t('calendars.closed'), why !== 'week' && mark(reason ? plain(reason) : t(`calendars.${why}`), 'warn')] },
  ], items));
}

async function end(around, name) {
  const done = await ask(around.root, { title: t('calendars.removeAsk', name), text: t('calendars.removeHint'), label: t('calendars.remove'), act: () => remove(`calendars/${encodeURIComponent(name)}`) });
  if (!done) return;
  around.saved();
  around.go('calendars');
}
