// The field in which an agent writes, and how many characters it still takes.

import { el } from './dom.js';
import { t } from './texts.js';

const WARN_FROM = 300;

/** @returns a field that grows with its text; `files` hears what is pasted into it */
export function field({ typed, pressed, files }) {
  return el('textarea', { rows: '1', oninput: typed, onkeydown: pressed, onpaste: (event) => {
    const pasted = [...event.clipboardData.files];
    if (pasted.length === 0) return;
    event.preventDefault();
    files(pasted);
  } });
}

export function grow(text) {
  text.style.height = 'auto';
  text.style.height = `${text.scrollHeight + 2}px`;
}

/** It says something only when the end is near. */
export function counter() {
  const element = el('span', { class: 'count' });
  function show(length, most) {
    element.textContent = length > most ? t('write.tooLong', length - most) : most - length < WARN_FROM ? t('write.left', most - length) : '';
    element.classList.toggle('bad', length > most);
  }
  return { element, show };
}
