// The file of a message: a picture, a film, a sound, a document, or the reason why it is not there.

import { el, icon } from './dom.js';
import { enlarge } from './lightbox.js';
import { player } from './player.js';
import { kindOf } from './said.js';
import { has, locale, t } from './texts.js';
import { plain } from './words.js';

/** Sizes in CSS pixels: what may be shown in a bubble without filling the thread. */
const BOX = { image: [280, 300], video: [280, 300], sticker: [140, 140] };
const UNKNOWN_RATIO = '4 / 3';

const ICONS = { image: 'image', sticker: 'image', video: 'video', audio: 'audio', document: 'document' };

/** @param ask hears `fetch`: try to get the file again */
export function media(message, ask) {
  const { kind, media: file } = message;
  if (!file) return missing(kind, t('media.none'));
  if (file.state === 'WAITING') return waiting(kind, file);
  if (file.state !== 'READY') return refused(message, ask);
  if (kind === 'audio') return player(file);
  if (kind === 'video' && file.inline) return film(file);
  if ((kind === 'image' || kind === 'sticker') && file.inline) return picture(message);
  return asFile(kind, file);
}

/** The room that a picture takes, before it is there. */
function shape(kind, { width, height }) {
  if (!BOX[kind]) return null;
  const [widest, highest] = BOX[kind];
  if (!width || !height) return { width: `${widest}px`, aspectRatio: UNKNOWN_RATIO };
  const scale = Math.min(1, widest / width, highest / height);
  return { width: `${Math.max(72, Math.round(width * scale))}px`, aspectRatio: `${width} / ${height}` };
}

function shaped(element, style) {
  Object.assign(element.style, style ?? {});
  return element;
}

function picture({ kind, text, media: file }) {
  const name = plain(file.filename) || kindOf(kind);
  const image = el('img', { src: (file.animated ? null : file.thumbnailUrl) ?? file.url, alt: text || name, decoding: 'async', draggable: 'false' });
  image.addEventListener('error', () => image.replaceWith(missing(kind, t('media.cannotShow'))), { once: true });
  if (kind === 'sticker') return shaped(el('div', { class: 'sticker' }, image), shape(kind, file));
  return shaped(el('button', { type: 'button', class: 'picture', 'aria-label': t('media.enlarge', text || name), onclick: () => enlarge(file.url, name, text) }, image), shape(kind, file));
}

function film(file) {
  const name = plain(file.filename) || t('kind.video');
  const video = el('video', { src: file.url, poster: file.thumbnailUrl, controls: true, preload: 'metadata', playsinline: true, 'aria-label': name });
  const box = shaped(el('div', { class: 'film' }, video), shape('video', file));
  video.addEventListener('error', () => box.replaceWith(asFile('video', file)), { once: true });
  return box;
}

/** What is not shown in place is offered as a file, never opened in our page. */
function asFile(kind, file) {
  const name = plain(file.filename) || kindOf(kind);
  return el('a', { class: 'file', href: file.url, download: name, 'aria-label': t('media.download', name), title: t('media.download', name) },
    icon(ICONS[kind] ?? 'document'),
    el('span', { class: 'what' }, el('strong', { dir: 'auto' }, name), el('small', {}, details(kind, file))),
    icon('download'));
}

function details(kind, { mimeType, filename, size }) {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(filename ?? '')?.[1] ?? mimeType?.split('/')[1]?.split(';')[0];
  return [ending && ending.length <= 8 ? ending.toUpperCase() : kindOf(kind), sizeOf(size)].filter(Boolean).join(' · ');
}

/** In the unit of which there are at least one. */
export function sizeOf(bytes) {
  if (!bytes) return '';
  const [unit, by] = bytes >= 1 << 20 ? ['megabyte', 1 << 20] : bytes >= 1 << 10 ? ['kilobyte', 1 << 10] : ['byte', 1];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: unit === 'megabyte' ? 1 : 0 }).format(bytes / by);
}

function missing(kind, words, style, ...more) {
  return shaped(el('div', { class: `missing ${BOX[kind] ? 'boxed' : ''}` },
    icon(ICONS[kind] ?? 'document'), el('span', { class: 'what' }, el('strong', {}, kindOf(kind)), el('small', {}, words), ...more)), style);
}

/** What has not worked so far is told with its reason: a full disk is for somebody to act on. */
function waiting(kind, file) {
  const reason = file.problem && has(`media.problem.${file.problem}`) && el('small', {}, t(`media.problem.${file.problem}`));
  return missing(kind, t(file.problem ? 'media.retrying' : 'media.waiting'), shape(kind, file), reason);
}

function refused(message, ask) {
  const { kind, media: { state, problem, filename, fetchable } } = message;
  const reason = has(`media.problem.${problem}`) ? t(`media.problem.${problem}`) : t(`media.${state}`);
  const again = fetchable && el('button', { type: 'button', class: 'plain', onclick: (event) => ask(event.currentTarget) }, t('media.fetch'));
  const box = missing(kind, reason, null, filename && el('small', { dir: 'auto' }, plain(filename)), again);
  box.classList.add('bad');
  return box;
}
