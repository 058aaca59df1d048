// What we offer a customer to press, as he sees it.

import { el, icon } from './dom.js';
import { media } from './media.js';
import { templateButtons } from './template.js';
import { t } from './texts.js';
import { link, plain, rich } from './words.js';

const ICONS = { menu: 'list', link: 'open', location_request: 'location', contact_request: 'contact' };

export function offer(message, around) {
  const { text, content } = message;
  const { footer } = content;
  const faces = pressed(content);
  return [
    above(message, around),
    text && el('div', { class: 'text', dir: 'auto' }, ...rich(text)),
    footer && el('small', { class: 'footer', dir: 'auto' }, plain(footer)),
    faces.length > 0 && el('div', { class: 'offers', role: 'group', 'aria-label': t('offer.label') }, ...faces)].filter(Boolean);
}

/** Words, or the message's file, which needs no caption: the text stands below both. */
function above(message, around) {
  const { header } = message.content;
  if (!header?.media) return header?.text && el('strong', { class: 'header', dir: 'auto' }, plain(header.text));
  const kind = /^(image|video)\//.exec(message.media?.mimeType)?.[1] ?? 'document';
  const file = { ...message, kind, text: null };
  return around.keep(file, () => media(file, (button) => around.act('fetch', message, button)));
}

function pressed(content) {
  if (content.type === 'template') return templateButtons(content.buttons ?? []);
  if (content.type === 'buttons') return content.buttons.map(({ title }) => face('reply', plain(title)));
  if (content.type === 'menu') return [menu(content)];
  if (content.type === 'link') return [el('span', { class: 'face' }, icon('open'), link(content.url, plain(content.button)))];
  return [face(ICONS[content.type], t(content.type === 'location_request' ? 'offer.location' : 'offer.contact'))];
}

function face(sign, words) {
  return el('span', { class: 'face' }, icon(sign), el('span', { dir: 'auto' }, words));
}

/** Closed as on the phone; who wants to know what it holds opens it. */
function menu({ button, sections }) {
  return el('details', {},
    el('summary', { class: 'face' }, icon('list'), el('span', { dir: 'auto' }, plain(button))),
    ...sections.map(({ title, rows }) => el('div', { class: 'section' },
      title && el('small', { dir: 'auto' }, plain(title)),
      el('ul', {}, ...rows.map((row) => el('li', {},
        el('span', { dir: 'auto' }, plain(row.title)),
        row.description && el('small', { dir: 'auto' }, plain(row.description))))))));
}
