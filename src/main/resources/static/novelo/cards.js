// A place, and people's cards.

import { el, icon } from './dom.js';
import { phoneNumber } from './numbers.js';
import { has, t } from './texts.js';
import { link, plain, webAddress } from './words.js';

/** Six digits are a tenth of a metre. */
const DIGITS = 6;

/** How long a copied number says so. */
const COPIED_MILLIS = 1_600;

/** No picture of a map: it would tell a foreign server where our customer is, without anybody having asked for it. */
export function place({ content }) {
  const { latitude, longitude, name, address, url } = content;
  const where = `${Number(latitude).toFixed(DIGITS)}, ${Number(longitude).toFixed(DIGITS)}`;
  const map = `https://www.openstreetmap.org/?mlat=${Number(latitude)}&mlon=${Number(longitude)}#map=17/${Number(latitude)}/${Number(longitude)}`;
  return [el('div', { class: 'place' }, icon('location'),
    el('span', { class: 'what' },
      el('strong', { dir: 'auto' }, plain(name) || t('kind.location')),
      address && el('span', { dir: 'auto' }, plain(address)),
      el('span', { class: 'coordinates' }, where, copying(where)),
      link(map, t('place.map')),
      url && webAddress(url) && link(url, plain(url), { class: 'own' })))];
}

/** Whether a number of a card that we send is on WhatsApp, nobody has told us. */
export function cards({ content, direction }) {
  return [content.requested && el('small', { class: 'asked' }, t('contact.requested')),
    ...(content.cards ?? []).map((one) => card(one, direction === 'IN'))];
}

function card({ name, organization, birthday, phones, emails, addresses, urls }, known) {
  return el('div', { class: 'card' }, icon('contact'),
    el('span', { class: 'what' },
      el('strong', { dir: 'auto' }, plain(name) || t('kind.contacts')),
      organization && el('small', { dir: 'auto' }, plain(organization)),
      ...(phones ?? []).map((one) => phone(one, known)),
      ...(emails ?? []).map(({ value, label }) => line(plain(value), label)),
      ...(addresses ?? []).map(({ value, label }) => line(plain(value), label)),
      ...(urls ?? []).map(({ value, label }) => el('span', { class: 'line' }, link(value, plain(value)), labelled(label))),
      birthday && line(plain(birthday), t('contact.birthday'))));
}

function phone({ number, channelId, label }, known) {
  const shown = plain(number) || phoneNumber(channelId) || '';
  return el('span', { class: 'line' }, el('span', { dir: 'ltr' }, shown), copying(shown), labelled(label),
    known && channelId && el('small', { class: 'has' }, t('contact.onWhatsApp')));
}

function line(value, label) {
  return el('span', { class: 'line' }, el('span', { dir: 'auto' }, value), copying(value), labelled(label));
}

function labelled(label) {
  if (!label) return null;
  const key = `label.${label.toLowerCase()}`;
  return el('small', { dir: 'auto' }, has(key) ? t(key) : plain(label).toLowerCase());
}

function copying(value) {
  const button = el('button', { type: 'button', class: 'copy', 'aria-label': t('copy.this', value), title: t('copy.this', value), onclick: () => copied(button, value) }, icon('copy'));
  return button;
}

async function copied(button, value) {
  await copy(value);
  button.replaceChildren(icon('tick', t('copy.done')));
  setTimeout(() => button.replaceChildren(icon('copy')), COPIED_MILLIS);
}

/** The clipboard's own door exists on https and localhost only. */
async function copy(value) {
  if (navigator.clipboard) return navigator.clipboard.writeText(value).catch(() => {});
  const field = el('textarea', { class: 'unseen' });
  field.value = value;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
  return undefined;
}
