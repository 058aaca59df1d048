import { el, webAddress } from './dom.js';
import { icon } from './icons.js';
import { t } from './i18n.js';
import { length } from './time.js';
import { bytes } from './attach.js';

const address = (id) => '/sandbox/phones/media/' + encodeURIComponent(id);

/** What a bubble shows of a file; null for what is no file of ours. */
export function media(type, part, act, message) {
  if (!part.id) return null;
  const src = address(part.id);
  if (type === 'image') return photo(src, part, act);
  if (type === 'sticker') return fallsBack(el('img.sticker', { src, alt: t('sticker'), width: 128, height: 128 }), type, part);
  if (type === 'video') return fallsBack(el('video.photo', { src, controls: true, preload: 'metadata', playsinline: true }), type, part);
  if (type === 'audio') return player(src, part, act, message);
  return type === 'document' ? paper(src, part) : null;
}

function photo(src, part, act) {
  const image = el('img', { src, alt: part.caption || t('image') });
  const button = el('button.photo', { type: 'button', 'aria-label': t('enlarge'), onclick: () => act.view(src, part.caption) }, image);
  image.addEventListener('error', () => button.replaceWith(missing('image', part)));
  return button;
}

/** A file that is gone, or that the browser cannot show. */
function fallsBack(node, type, part) {
  node.addEventListener('error', () => node.replaceWith(missing(type, part)));
  return node;
}

export function missing(type, part) {
  const symbol = { image: 'image', video: 'image', audio: 'sound', sticker: 'sticker' }[type] ?? 'file';
  const link = part.link ? webAddress(part.link) : null;
  return el('div.attachment', {}, icon(symbol), el('span', {}, el('b', {}, part.filename || t(type)), el('small', {}, link ?? t('notShown'))));
}

function paper(src, part) {
  const size = el('small', {}, t('document'));
  fetch(src, { method: 'HEAD' }).then((answer) => {
    const ending = (part.filename ?? '').split('.').slice(1).pop()?.slice(0, 5).toUpperCase();
    if (answer.ok) size.textContent = [ending, bytes(Number(answer.headers.get('Content-Length')))].filter(Boolean).join(' · ');
  }).catch(() => {});
  return el('a.attachment', { href: src, download: part.filename || t('document') }, icon('file'), el('span', {}, el('b', {}, part.filename || t('document')), size), icon('save'));
}

/** The browser's own player does not fit a bubble: a button, the progress, the time. */
function player(src, part, act, message) {
  const sound = el('audio', { src, preload: 'metadata' });
  const button = el('button.play', { type: 'button', 'aria-label': t('play'), onclick: () => (sound.paused ? sound.play().catch(() => {}) : sound.pause()) }, icon('play'));
  const time = el('span.audio-time', {}, '0:00');
  const bar = el('input', { type: 'range', min: 0, max: 100, value: 0, 'aria-label': t('position') });
  bar.addEventListener('input', () => { if (sound.duration) sound.currentTime = sound.duration * bar.value / 100; });
  const draw = () => {
    const total = Number.isFinite(sound.duration) ? sound.duration : 0;
    time.textContent = length(sound.currentTime || total);
    bar.value = total ? 100 * sound.currentTime / total : 0;
    bar.style.setProperty('--done', bar.value + '%');
  };
  for (const event of ['loadedmetadata', 'durationchange', 'timeupdate']) sound.addEventListener(event, draw);
  sound.addEventListener('play', () => {
    button.replaceChildren(icon('pause'));
    if (part.voice) act.played(message);
  });
  for (const event of ['pause', 'ended']) sound.addEventListener(event, () => button.replaceChildren(icon('play')));
  const box = el(part.voice ? 'div.audio.voice' : 'div.audio', {}, button, el('span.track', {}, bar, time), part.voice ? icon('microphone') : icon('sound'), sound);
  sound.addEventListener('error', () => box.replaceWith(missing('audio', part)));
  return box;
}
