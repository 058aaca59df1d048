// What can be set of a line, as fields of a form and as the API takes it.

import { named, t } from '../texts.js';

const LANGUAGES = ['pt', 'en', 'es'];
const NONE = { value: '', label: '–' };

/** @param queues as `GET /queues` lists them: their calendars are those that there are */
export function fields(queues) {
  const calendars = [...new Set(queues.map(({ calendar }) => calendar))];
  return [
    { name: 'name', label: t('lines.name'), hint: t('lines.nameHint'), most: 100 },
    { name: 'display', label: t('lines.display'), hint: t('lines.displayHint'), most: 40, must: true },
    { name: 'queue', kind: 'choice', label: t('lines.queue'), hint: t('lines.queueHint'), options: [NONE, ...queues.map(({ id, name }) => ({ value: id, label: named('queue', id) === id ? name : named('queue', id) }))] },
    { name: 'manager', label: t('lines.manager'), hint: t('lines.managerHint'), most: 100 },
    { name: 'calendar', kind: 'choice', label: t('lines.calendar'), hint: t('lines.calendarHint'), options: [NONE, ...calendars.map((value) => ({ value, label: value }))] },
    { name: 'language', kind: 'choice', label: t('lines.language'), hint: t('lines.languageHint'), options: [NONE, ...LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))] },
    { name: 'persona', label: t('lines.persona'), hint: t('lines.personaHint'), most: 100 },
  ];
}

/** With the switch that only a line that exists has. */
export function settings(queues) {
  return [...fields(queues), { name: 'active', kind: 'tick', label: t('lines.active'), hint: t('lines.activeHint') }];
}

export function settingsOf(line) {
  return { ...line, name: line.name === line.display ? '' : line.name };
}

/** What is left empty is taken away. */
export function wish(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === '' ? null : value]));
}
