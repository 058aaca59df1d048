import { $, el } from './dom.js';
import { icon } from './icons.js';
import { t } from './i18n.js';

let before = null;

/** A sheet that slides up inside the phone; Escape and the veil close it. */
export function openSheet(title, ...body) {
  before = document.activeElement;
  const close = el('button.round.small', { type: 'button', 'aria-label': t('close'), onclick: closeSheet }, icon('close'));
  const sheet = $('sheet');
  sheet.setAttribute('aria-label', title);
  sheet.replaceChildren(el('div.sheet-head', {}, el('span', {}, title), close), el('div.sheet-body', {}, ...body));
  sheet.hidden = false;
  $('veil').hidden = false;
  (sheet.querySelector('.sheet-body button, .sheet-body input') ?? close).focus();
}

export function closeSheet() {
  if ($('sheet').hidden) return;
  $('sheet').hidden = true;
  $('veil').hidden = true;
  (before?.isConnected ? before : $('text')).focus();
}

export function option(symbol, title, detail, onclick) {
  return el('button.option', { type: 'button', onclick: () => { closeSheet(); onclick(); } },
    el('span', {}, title, detail ? el('small', {}, detail) : null), symbol ? icon(symbol) : null);
}

$('veil').addEventListener('click', closeSheet);
document.addEventListener('keydown', (event) => {
  if ($('sheet').hidden) return;
  if (event.key === 'Escape') closeSheet();
  if (event.key === 'Tab') keepInside(event);
});

function keepInside(event) {
  const stops = [...$('sheet').querySelectorAll('button:not(:disabled), input, video')];
  const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
  if (document.activeElement === edge) {
    event.preventDefault();
    (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus();
  }
}
