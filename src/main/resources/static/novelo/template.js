// A template as the customer sees it, and what is filled into it.

import { el, icon } from './dom.js';
import { t } from './texts.js';
import { link, plain, rich } from './words.js';

const PLACE = /\{\{([A-Za-z0-9_]{1,100})\}\}/g;
const FILES = { IMAGE: 'image', VIDEO: 'video', DOCUMENT: 'document' };
const FACES = { QUICK_REPLY: 'reply', URL: 'open', PHONE_NUMBER: 'call', COPY_CODE: 'copy', OTP: 'copy' };

/** @returns the names of its places, each once, in the order of the text */
export function places(text) {
  return [...new Set([...String(text ?? '').matchAll(PLACE)].map(([, name]) => name))];
}

/** What is put into a place is never read for further places. An empty one stays to be seen. @param prefix of the keys */
export function filled(text, values, prefix = '') {
  return String(text ?? '').replace(PLACE, (whole, name) => normal(values[`${prefix}${name}`]) || whole);
}

/** As it is sent: WhatsApp takes no line break, no tab and no more than four spaces in a row. */
export function normal(value) {
  return String(value ?? '').replace(/[\r\n\t]+/g, ' ').replace(/ {5,}/g, '    ').trim();
}

/** Of an address Meta keeps the whole as the sample; only what stands for its place is filled in. */
export function sampleOf({ buttons }, { key, example }) {
  const [, place] = /^button\.(\d+)$/.exec(key) ?? [];
  const before = place === undefined ? '' : String(buttons[place]?.value ?? '').replace(PLACE, '');
  return before && example?.startsWith(before) ? example.slice(before.length) : example ?? '';
}

/**
 * What the message will say: the form in which the API keeps it, to be shown before it is sent.
 *
 * @param template as `GET /templates` shows it
 * @param values by the keys of its variables
 * @param media our id of the file above it
 * @returns `{text, content}`
 */
export function asMessage({ name, language, category, header, body, footer, buttons }, values, media) {
  return {
    text: filled(body, values),
    content: {
      type: 'template', name, language, category, values, footer: footer ?? undefined,
      header: media ? { media } : header?.text ? { text: filled(header.text, values, 'header.') } : undefined,
      buttons: buttons.map(({ type, text, value, key }) => ({ type, text, value: key ? String(value ?? '').replace(PLACE, (whole) => normal(values[key]) || whole) : value ?? undefined })),
    },
  };
}

/** @returns what stands below the words: a template's buttons */
export function templateButtons(buttons) {
  return buttons.map(({ type, text, value }) => el('span', { class: 'face' }, icon(FACES[type] ?? 'open'),
    type === 'URL' && value ? link(value, plain(text)) : el('span', { dir: 'auto', title: value ? plain(value) : null }, plain(text) || (type === 'COPY_CODE' || type === 'OTP' ? t('template.copyCode') : '…'))));
}

/**
 * The bubble of a preview.
 *
 * @param template as `GET /templates` shows it, or what is being written
 * @param picture address of the picture above it, if there is one
 */
export function preview(template, values = {}, picture = null) {
  const { text, content } = asMessage(template, values);
  return el('div', { class: 'phone' }, el('div', { class: 'bubble' },
    above(template.header, content.header?.text, picture),
    el('div', { class: 'text', dir: 'auto' }, ...rich(text || ' ')),
    content.footer && el('small', { class: 'footer', dir: 'auto' }, plain(content.footer)),
    content.buttons.length > 0 && el('div', { class: 'offers' }, ...templateButtons(content.buttons))));
}

function above(header, text, picture) {
  if (!header) return null;
  if (picture) return el('img', { class: 'pictured', src: picture, alt: '' });
  if (header.type === 'LOCATION') return el('div', { class: 'room' }, icon('location'), t('template.header.LOCATION'));
  if (FILES[header.type]) return el('div', { class: 'room' }, icon(FILES[header.type]), t(`template.header.${header.type}`));
  return text && el('strong', { class: 'header', dir: 'auto' }, plain(text));
}
