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
  if (kind === 'several') return several(field, value ?? [], { id, described });
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

/** Any number of what there is; what somebody has that there is no more is kept until it is taken away. */
function several({ label, options }, value, { id, described }) {
  const gone = value.filter((one) => !options.some((option) => option.value === one)).map((one) => ({ value: one, label: one }));
  const ticks = [...options, ...gone].map((option) => {
    const control = el('input', { type: 'checkbox', value: option.value });
    control.checked = value.includes(option.value);
    return { control, row: el('label', { class: 'tick' }, control, el('span', { dir: 'auto' }, option.label)) };
  });
  const control = el('div', { class: 'several', role: 'group', id, 'aria-label': label, 'aria-describedby': described }, ...ticks.map(({ row }) => row));
  control.focus = () => ticks[0]?.control.focus();
  return { control, box: control, read: () => ticks.filter((one) => one.control.checked).map((one) => one.control.value), counted: null };
}
