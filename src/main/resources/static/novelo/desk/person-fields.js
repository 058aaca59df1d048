// What can be set of somebody, as fields of a form and as the API takes it.

import { t } from '../texts.js';
import { NONE, languages, roles } from './names.js';

const MAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
const NUMBER = /^\+?[0-9 ().\-/]{8,}$/;
const SHORTEST_PASSWORD = 10;
const MOST_CAPACITY = 1000;

const password = (value) => ([...value].length < SHORTEST_PASSWORD ? t('people.passwordShort', SHORTEST_PASSWORD) : null);
const whole = (value) => (/^\d+$/.test(value) && Number(value) <= MOST_CAPACITY ? null : t('people.capacityWrong', MOST_CAPACITY));

/** Who he is: for administrators. @param fresh whether he is new and needs a password */
export function identity(fresh) {
  return [
    { name: 'firstName', label: t('people.firstName'), most: 100, must: true },
    { name: 'lastName', label: t('people.lastName'), most: 100 },
    { name: 'email', label: t('people.email'), most: 100, rule: (value) => (value && !MAIL.test(value) ? t('people.emailWrong') : null) },
    { name: 'whatsapp', label: t('people.whatsapp'), hint: t('people.whatsappHint'), most: 30, rule: (value) => (value && !NUMBER.test(value) ? t('people.whatsappWrong') : null) },
    { name: 'password', kind: 'secret', label: t(fresh ? 'people.password' : 'people.newPassword'), hint: t('people.passwordHint'), must: fresh, rule: (value) => (value ? password(value) : null) },
    { name: 'roles', kind: 'several', label: t('people.roles'), hint: t('people.rolesHint'), options: roles },
  ];
}

/** How he works. @param choices from `names.js` */
export function work({ queues, skills, calendars }) {
  return [
    { name: 'queues', kind: 'several', label: t('people.queues'), hint: t('people.queuesHint'), options: queues },
    { name: 'languages', kind: 'several', label: t('people.languages'), hint: t('people.languagesHint'), options: languages },
    { name: 'skills', kind: 'several', label: t('people.skills'), hint: t(skills.length > 0 ? 'people.skillsHint' : 'people.noSkills'), options: skills },
    { name: 'capacity', kind: 'number', label: t('people.capacity'), hint: t('people.capacityHint'), must: true, rule: whole },
    { name: 'calendar', kind: 'choice', label: t('people.calendar'), hint: t('people.calendarHint'), options: [{ ...NONE, label: t('people.ofQueues') }, ...calendars, { value: 'clock', label: t('calendars.clock') }] },
  ];
}

/** What is left empty is taken away; a password that nobody has typed stays. */
export function wish({ password: secret, capacity, ...values }) {
  const cleared = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === '' ? null : value]));
  return { ...cleared, ...(secret ? { password: secret } : {}), ...(capacity === undefined ? {} : { capacity: Number(capacity) }) };
}
