// Meta's rules for templates, told before anything is handed in. Each says what is wrong, or nothing.

import { places } from '../template.js';
import { t } from '../texts.js';
import { webAddress } from '../words.js';

export const MOST = { name: 512, body: 1024, header: 60, footer: 60, label: 25, url: 2000, phone: 20, code: 15, buttons: 10 };

/** How many of a kind; quick replies may be as many as there are buttons. */
export const MOST_OF = { QUICK_REPLY: 10, URL: 2, PHONE_NUMBER: 1, COPY_CODE: 1 };

/** Meta does not tell how many words a variable needs; fewer than two each it has never let through. */
const WORDS_EACH = 2;

const STRAY = /\{\{|\}\}|(^|[^{])\{(?!\{)|\}(?!\})/;
const PLACE = /\{\{[a-z0-9_]{1,100}\}\}/gi;
const NAMED = /^[a-z][a-z0-9_]*$/;

/** Bold, italic and emoji have no place above the text or on a button. */
const ORNATE = /[\r\n*_~`\p{Extended_Pictographic}]/u;

export function name(value) {
  return /^[a-z0-9_]+$/.test(value) ? null : t('rule.name');
}

export function body(value) {
  const wrong = marks(value);
  if (wrong) return wrong;
  if (/\n\s*\n\s*\n/.test(value)) return t('rule.emptyLines');
  if (/^\{\{|\}\}$/.test(value.trim())) return t('rule.edge');
  if (/\}\}\s*\{\{/.test(value)) return t('rule.sideBySide');
  const needed = WORDS_EACH * places(value).length;
  const words = value.replace(PLACE, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < needed ? t('rule.ratio', places(value).length, needed) : null;
}

export function headerText(value) {
  const wrong = marks(value);
  if (wrong) return wrong;
  if (places(value).length > 1) return t('rule.oneVariable');
  return ORNATE.test(value.replace(PLACE, '')) ? t('rule.ornate') : null;
}

export function footer(value) {
  if (/\{\{|\}\}/.test(value)) return t('rule.noVariable');
  return /\n/.test(value) ? t('rule.oneLine') : null;
}

/** Names or numbers, never both, and numbers from 1 without a gap. */
function marks(text) {
  if (STRAY.test(text.replace(PLACE, ''))) return t('rule.braces');
  const found = places(text);
  const numbers = found.filter((place) => /^\d+$/.test(place));
  if (numbers.length > 0 && numbers.length < found.length) return t('rule.mixed');
  if (numbers.length > 0) return numbers.every((number) => Number(number) >= 1 && Number(number) <= numbers.length) ? null : t('rule.gap');
  return found.every((place) => NAMED.test(place)) ? null : t('rule.placeName');
}

export function minutes(value) {
  return value === '' || (/^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= 90) ? null : t('rule.minutes', 90);
}

export function label(value) {
  return ORNATE.test(value) || /[{}]/.test(value) ? t('rule.ornate') : null;
}

/** @returns words for each button that is not right yet, by its place */
export function buttons(all) {
  const wrong = all.map((button) => one(button));
  const counts = new Map();
  all.forEach(({ type }, place) => {
    counts.set(type, (counts.get(type) ?? 0) + 1);
    if (counts.get(type) > (MOST_OF[type] ?? 0)) wrong[place] ??= t('rule.tooMany', MOST_OF[type] ?? 0);
  });
  const changes = all.filter(({ type }, place) => place > 0 && (type === 'QUICK_REPLY') !== (all[place - 1].type === 'QUICK_REPLY')).length;
  if (changes > 1) wrong[all.length - 1] ??= t('rule.grouped');
  return wrong;
}

function one({ type, text, value, example }) {
  if (type !== 'COPY_CODE') {
    if (text === '') return t('form.must');
    if ([...text].length > MOST.label) return t('write.tooLong', [...text].length - MOST.label);
    if (label(text)) return label(text);
  }
  if (type === 'URL') return url(value, example);
  if (type === 'PHONE_NUMBER') return /^\+?\d[\d ()-]{6,18}$/.test(value) && value.length <= MOST.phone ? null : t('rule.phone');
  if (type === 'COPY_CODE') return value !== '' && [...value].length <= MOST.code ? null : t('rule.code', MOST.code);
  return null;
}

function url(value, example) {
  const fixed = value.replace(/\{\{1\}\}$/, '');
  if (value.length > MOST.url || /[{}\s]/.test(fixed) || !webAddress(fixed)) return t('rule.url');
  return fixed !== value && !example ? t('rule.urlExample') : null;
}
