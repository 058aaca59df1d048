// The fields in which a template's values are filled in.

import { el } from './dom.js';
import { has, t } from './texts.js';
import { normal, sampleOf } from './template.js';
import { plain } from './words.js';

/** WhatsApp's longest body; what stands around a value makes the room for it smaller. */
const LONGEST = 1024;

/** Names by which people call the place for a customer's name. */
const NAMES = /^(customer_?)?(first_?)?(name|nome|nombre|cliente|customer)(_?(do|del)_?cliente)?$/i;

/** Whose name nobody knows is shown by his number, which is no way to address him. */
const isName = (customer) => /\p{L}/u.test(customer);

/**
 * @param template as `GET /templates` shows it
 * @param given values that are there already
 * @param customer whose name is proposed where a name is asked for; empty for nobody
 * @returns `{element, values, missing, check, wrong}`
 */
export function valueFields(template, given, customer, changed) {
  const inputs = new Map();
  const element = el('div', { class: 'values' }, ...template.variables.map((variable) => field(variable)));

  function field({ key, in: place, example }) {
    const id = `value-${key.replace(/\W/g, '-')}`;
    const wrong = el('span', { class: 'wrong', id: `${id}-wrong`, role: 'alert' });
    const input = el('input', {
      id, type: 'text', name: key, dir: 'auto', autocomplete: 'off', 'aria-required': 'true', 'aria-describedby': `${id}-wrong`,
      placeholder: example ? t('template.example', plain(sampleOf(template, { key, example }))) : '',
      oninput: () => {
        say(key, null);
        changed();
      },
    });
    input.value = given[key] ?? (place === 'body' && NAMES.test(key) && isName(customer) ? plain(customer) : '');
    inputs.set(key, { input, wrong });
    return el('div', { class: 'field' }, el('label', { for: id }, labelOf(template, key, place)), input, wrong);
  }

  function say(key, words) {
    const { input, wrong } = inputs.get(key);
    wrong.textContent = words ?? '';
    input.setAttribute('aria-invalid', String(Boolean(words)));
    if (words) input.focus();
  }

  const values = () => Object.fromEntries([...inputs].map(([key, { input }]) => [key, normal(input.value)]));
  return {
    element,
    get values() { return values(); },
    get missing() { return Object.values(values()).some((value) => value === ''); },
    /** @returns whether all are there and none is too long; the first that is not has the cursor */
    check() {
      const bad = Object.entries(values()).map(([key, value]) => [key, value === '' ? t('form.must') : [...value].length > LONGEST ? t('write.tooLong', [...value].length - LONGEST) : null]);
      bad.reverse().forEach(([key, words]) => say(key, words));
      return bad.every(([, words]) => !words);
    },
    /** @returns whether it was a field of these that the server refused */
    refused(field) {
      const key = String(field ?? '').replace(/^(template\.)?values\./, '');
      if (inputs.has(key)) say(key, t('template.valueRefused'));
      return inputs.has(key);
    },
  };
}

function labelOf({ buttons, category }, key, place) {
  const name = key.replace(/^header\./, '');
  if (place === 'header') return t('template.in.header', has(`field.${name}`) ? t(`field.${name}`) : words(name));
  if (place !== 'button') return category === 'AUTHENTICATION' ? t('template.code') : words(key);
  const button = buttons[Number(key.split('.')[1])];
  return t(button?.type === 'COPY_CODE' ? 'template.in.code' : 'template.in.url', plain(button?.text));
}

/** A place is called by its number or by a name in small letters. */
function words(name) {
  return /^\d+$/.test(name) ? t('template.value', name) : plain(name).replaceAll('_', ' ');
}
