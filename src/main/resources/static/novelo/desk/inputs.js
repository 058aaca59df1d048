// The kinds of fields of a form.

import { el } from '../dom.js';

const KINDS = {
  text: (field) => el('input', { type: 'text', dir: 'auto' }),
  secret: () => el('input', { type: 'password', spellcheck: 'false' }),
  number: () => el('input', { type: 'text', inputmode: 'decimal' }),
  date: () => el('input', { type: 'date' }),
  moment: () => el('input', { type: 'datetime-local' }),
  area: ({ lines = 4 }) => el('textarea', { rows: String(lines), dir: 'auto' }),
  choice: ({ options }) => el('select', {}, ...options.map(({ value, label }) => el('option', { value }, label))),
};

/** @returns `{control, box, read, counted}`: the control, what is shown of it, its value, and how long that is */
export function input(field, value, { id, described }) {
  const { name, kind = 'text', must, attributes = {} } = field;
  if (kind === 'tick') return tick(field, value, { id, described });
  const control = KINDS[kind](field);
  const all = { id, name, autocomplete: kind === 'secret' ? 'new-password' : 'off', 'aria-describedby': described, 'aria-required': must ? 'true' : null, ...attributes };
  for (const [key, of] of Object.entries(all)) if (of !== null) control.setAttribute(key, of);
  if (value !== undefined && value !== null) control.value = value;
  const read = () => (kind === 'area' ? control.value.replace(/\s+$/, '') : control.value.trim());
  return { control, box: control, read, counted: ['text', 'area'].includes(kind) ? () => [...read()].length : null };
}

function tick({ name, label }, value, { id, described }) {
  const control = el('input', { type: 'checkbox', id, name, 'aria-describedby': described });
  control.checked = Boolean(value);
  return { control, box: el('label', { class: 'tick box', for: id }, control, el('span', {}, label)), read: () => control.checked, counted: null };
}
