// Queues, skills and people as choices of a form, under the names that their readers know.

import { get } from '../api.js';
import { named, t } from '../texts.js';
import { plain } from '../words.js';

export const LANGUAGES = ['pt', 'en', 'es'];
export const ROLES = ['managers', 'designers', 'analysts', 'privacy', 'camunda-admin'];
export const NONE = { value: '', label: '–' };

/** The shipped queues have names in every language. */
export const nameOf = ({ id, name }) => (named('queue', id) === id ? plain(name) : named('queue', id));

/** @returns `{queues, skills, calendars}` as options */
export async function choices() {
  const [{ items: queues }, { items: skills }, { items: calendars }] = await Promise.all([get('queues'), get('skills'), get('calendars')]);
  return {
    queues: queues.map((queue) => ({ value: queue.id, label: nameOf(queue) })),
    skills: skills.map(({ id, name }) => ({ value: id, label: plain(name) })),
    calendars: calendars.map(({ name }) => ({ value: name, label: name })),
  };
}

/** @param except ids that are not offered */
export async function colleagues(except = []) {
  const { items } = await get('agents');
  return items.filter(({ id }) => !except.includes(id)).map(({ id, name }) => ({ value: id, label: `${plain(name)} (${id})` }));
}

export const languages = LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }));
export const roles = ROLES.map((value) => ({ value, label: t(`role.${value}`) }));
