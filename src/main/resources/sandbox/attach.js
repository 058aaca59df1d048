import { $, el, toast } from './dom.js';
import { api } from './api.js';
import { icon } from './icons.js';
import { t } from './i18n.js';
import { closeSheet, openSheet, option } from './sheet.js';

const MOST_BYTES = 100 * 1024 * 1024; // WhatsApp's limit of a document
const PLACES = [
  { latitude: -23.5614, longitude: -46.6559, name: 'Avenida Paulista', address: 'Bela Vista, São Paulo - SP' },
  { latitude: -22.9519, longitude: -43.2105, name: 'Cristo Redentor', address: 'Alto da Boa Vista, Rio de Janeiro - RJ' },
  { latitude: 40.4155, longitude: -3.7074, name: 'Puerta del Sol', address: 'Madrid' },
];
const STICKERS = ['😍', '🎉', '🙌', '🤔', '😴', '🥶', '🔥', '🐶'];
const CARDS = [
  { name: { formatted_name: 'Síndico Jorge', first_name: 'Jorge' }, phones: [{ phone: '+55 11 90000-0099', type: 'CELL' }] },
  { name: { formatted_name: 'Clara Ruiz', first_name: 'Clara', last_name: 'Ruiz' }, phones: [{ phone: '+34 600 00 00 99', type: 'CELL' }], emails: [{ email: 'clara@example.com', type: 'WORK' }], org: { company: 'Frío Norte' } },
];

/** What can be attached; everything ends in `send`, which takes a message object. */
export class Attachments {
  #send;
  #number;

  /** @param number tells whose phone this is */
  constructor(send, number) {
    this.#send = send;
    this.#number = number;
    $('file').addEventListener('change', () => {
      this.preview([...$('file').files]);
      $('file').value = '';
    });
    this.#wireDrop(document.querySelector('.screen'));
    $('text').addEventListener('paste', (event) => {
      const files = [...event.clipboardData.files];
      if (files.length) {
        event.preventDefault();
        this.preview(files);
      }
    });
  }

  #wireDrop(screen) {
    const over = (on) => screen.classList.toggle('drop', on);
    screen.addEventListener('dragover', (event) => {
      if (![...event.dataTransfer.types].includes('Files')) return;
      event.preventDefault();
      over(true);
    });
    screen.addEventListener('dragleave', (event) => screen.contains(event.relatedTarget) || over(false));
    screen.addEventListener('drop', (event) => {
      event.preventDefault();
      over(false);
      this.preview([...event.dataTransfer.files]);
    });
  }

  open() {
    const tile = (symbol, key, act) => el('button.tile', { type: 'button', 'data-attach': key, onclick: () => { closeSheet(); act(); } }, icon(symbol), el('span', {}, t(key)));
    openSheet(t('more'), el('div.tiles', {},
      tile('image', 'photoOrVideo', () => this.#pick('image/*,video/*')),
      tile('file', 'document', () => this.#pick('')),
      tile('sound', 'audio', () => this.#pick('audio/*')),
      tile('sticker', 'sticker', () => this.#stickers()),
      tile('pin', 'location', () => this.places((location) => this.#send({ type: 'location', location }))),
      tile('person', 'contact', () => this.#cards()),
      tile('megaphone', 'fromAd', () => this.#send(advertised())),
      tile('cart', 'order', () => this.#send(order())),
      tile('poll', 'poll', () => this.#send({ type: 'unsupported', unsupported: { type: 'poll_creation' } }))));
  }

  #pick(accept) {
    $('file').accept = accept;
    $('file').click();
  }

  /** Shows what was chosen, takes a caption, sends each file as what WhatsApp would send it. */
  preview(files) {
    const small = files.filter((file) => file.size && file.size <= MOST_BYTES);
    if (small.length < files.length) toast(t('fileSize'));
    if (!small.length) return;
    const addresses = [];
    const shown = small.map((file) => {
      if (kindOf(file) !== 'image') return el('div.attachment', {}, icon(kindOf(file) === 'audio' ? 'sound' : 'file'), el('span', {}, el('b', {}, file.name), el('small', {}, bytes(file.size))));
      addresses.push(URL.createObjectURL(file));
      return el('img', { src: addresses.at(-1), alt: file.name });
    });
    const caption = el('input', { name: 'caption', maxlength: 1024, 'aria-label': t('caption'), placeholder: t('caption'), autocomplete: 'off' });
    const form = el('form.form', { onsubmit: (event) => {
      event.preventDefault();
      closeSheet();
      small.forEach((file, i) => this.#sendFile(file, i === 0 ? caption.value.trim() : ''));
    } }, el('div.previews', {}, ...shown), kindOf(small[0]) === 'audio' ? null : caption, el('button.primary', { type: 'submit' }, t('send')));
    openSheet(small.length > 1 ? t('files', small.length) : small[0].name, form);
    (kindOf(small[0]) === 'audio' ? form.querySelector('.primary') : caption).focus();
    for (const image of form.querySelectorAll('img')) image.addEventListener('load', () => URL.revokeObjectURL(image.src), { once: true });
  }

  async #sendFile(file, caption) {
    const type = kindOf(file);
    const part = await this.#upload(file, file.name);
    if (!part) return;
    if (type === 'audio') part.voice = false;
    if (type === 'document') part.filename = file.name;
    if (caption && type !== 'audio') part.caption = caption;
    await this.#send({ type, [type]: part });
  }

  async voice(note) {
    const part = await this.#upload(note, 'voice.ogg', 'audio/ogg; codecs=opus');
    if (part) await this.#send({ type: 'audio', audio: { ...part, voice: true } });
  }

  /** @return what a message says of the file; null if it could not be attached, which was told then */
  async #upload(file, name, type) {
    try {
      return { id: (await api.attach(this.#number(), file, name, type)).id };
    } catch (e) {
      toast(e.message);
      return null;
    }
  }

  #stickers() {
    const buttons = STICKERS.map((emoji) => el('button', { type: 'button', 'aria-label': emoji, onclick: async () => {
      closeSheet();
      const part = await this.#upload(await drawn(emoji), 'sticker.webp', 'image/webp');
      if (part) await this.#send({ type: 'sticker', sticker: { ...part, animated: false } });
    } }, emoji));
    openSheet(t('sendSticker'), el('div.stickers', {}, ...buttons));
  }

  /** @param act takes the location that was chosen */
  places(act) {
    const input = (name, key, rest) => el('label', {}, el('span', {}, t(key)), el('input', { name, autocomplete: 'off', ...rest }));
    const form = el('form.form.two', { onsubmit: (event) => {
      event.preventDefault();
      closeSheet();
      const { latitude, longitude, name } = Object.fromEntries(new FormData(form));
      act({ latitude: Number(latitude), longitude: Number(longitude), ...(name && { name }) });
    } },
    input('latitude', 'latitude', { type: 'number', step: 'any', min: -90, max: 90, required: true, value: -23.55 }),
    input('longitude', 'longitude', { type: 'number', step: 'any', min: -180, max: 180, required: true, value: -46.63 }),
    input('name', 'placeName', { maxlength: 100 }),
    el('button.primary', { type: 'submit' }, t('send')));
    openSheet(t('sendLocation'), ...PLACES.map((place) => option('pin', place.name, place.address, () => act(place))), el('h3', {}, t('elsewhere')), form);
  }

  #cards() {
    const input = (name, key, rest) => el('label', {}, el('span', {}, t(key)), el('input', { name, autocomplete: 'off', required: true, ...rest }));
    const form = el('form.form.two', { onsubmit: (event) => {
      event.preventDefault();
      closeSheet();
      const { name, phone } = Object.fromEntries(new FormData(form));
      this.#send({ type: 'contacts', contacts: [{ name: { formatted_name: name, first_name: name }, phones: [{ phone, type: 'CELL' }] }] });
    } }, input('name', 'cardName', { maxlength: 60 }), input('phone', 'cardPhone', { type: 'tel', maxlength: 20 }), el('button.primary', { type: 'submit' }, t('send')));
    openSheet(t('sendContact'), ...CARDS.map((card) => option('person', card.name.formatted_name, card.phones[0].phone, () => this.#send({ type: 'contacts', contacts: [card] }))), el('h3', {}, t('another')), form);
  }
}

/** As the app of WhatsApp decides; what it cannot show goes as a document. */
function kindOf(file) {
  if (['image/jpeg', 'image/png', 'image/webp'].includes(file.type)) return 'image';
  if (['video/mp4', 'video/3gpp'].includes(file.type)) return 'video';
  return file.type.startsWith('audio/') ? 'audio' : 'document';
}

/** @return a sticker of WhatsApp's size, 512 × 512, see-through */
function drawn(emoji) {
  const canvas = el('canvas', { width: 512, height: 512 });
  const pen = canvas.getContext('2d');
  pen.font = '400px "Noto Color Emoji", "Segoe UI Emoji", "Apple Color Emoji", sans-serif';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(emoji, 256, 276);
  return new Promise((done) => canvas.toBlob(done, 'image/webp', 0.8));
}

function advertised() {
  return { type: 'text', text: { body: t('adText') }, referral: {
    source_url: 'https://fb.me/casaclima-split', source_id: '120210000000000001', source_type: 'ad', headline: t('adHeadline'),
    body: t('adBody'), media_type: 'image', image_url: 'https://scontent.example/ad.jpg', ctwa_clid: 'sandbox-click-1' } };
}

function order() {
  return { type: 'order', order: { catalog_id: '194836987003835', text: t('orderText'), product_items: [
    { product_retailer_id: 'split-12000', quantity: 1, item_price: 2499.9, currency: 'BRL' },
    { product_retailer_id: 'install-basic', quantity: 1, item_price: 450, currency: 'BRL' }] } };
}

export function bytes(count) {
  const units = ['B', 'KB', 'MB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(count, 1)) / 3));
  return `${(count / 1000 ** step).toLocaleString(document.documentElement.lang, { maximumFractionDigits: step ? 1 : 0 })} ${units[step]}`;
}
