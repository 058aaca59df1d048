// What can be put into a message besides words, as a menu that opens above the composer.

import { el, icon } from './dom.js';
import { t } from './texts.js';

/** WhatsApp's limits of a text and of a caption, in code points. */
export const LONGEST = 4096;
export const CAPTION = 1024;

const FORMS = [
  ['buttons', 'reply'], ['menu', 'list'], ['link', 'open'], ['location_request', 'location'], ['contact_request', 'contact'], ['location', 'location'], ['contacts', 'contact'],
];

const MENU = { template: 'template.menu', remind: 'remind.menu' };

/** @returns `{element, disabled, speak, offer}`: buttons and their menu; `speak` gives them their words, `offer(key, may)` shows or hides one */
export function faces({ files, template, remind, build, emoji }) {
  const items = [entry('attach.files', 'document', files), entry('template', 'template', template), entry('remind', 'clock', remind), ...FORMS.map(([form, sign]) => entry(`build.${form}`, sign, () => build(form)))];
  const shown = () => items.filter(({ element: one }) => !one.hidden);
  const menu = el('div', { class: 'menu', role: 'menu', hidden: true }, ...items.map(({ element }) => element));
  const plus = el('button', { type: 'button', class: 'tool', 'aria-haspopup': 'menu', 'aria-expanded': 'false', onclick: () => open(menu.hidden) }, icon('plus'));
  const smile = el('button', { type: 'button', class: 'tool', onclick: emoji }, icon('smile'));
  const element = el('div', { class: 'faces' }, plus, menu, smile);

  function open(wanted) {
    menu.hidden = !wanted;
    plus.setAttribute('aria-expanded', String(wanted));
    if (wanted) items[0].element.focus();
  }

  function entry(key, sign, act) {
    const words = el('span');
    const element = el('button', { type: 'button', role: 'menuitem', tabindex: '-1', onclick: () => { open(false); act(); } }, icon(sign), words);
    return { key, element, speak: () => { words.textContent = t(MENU[key] ?? key); } };
  }

  menu.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      open(false);
      plus.focus();
    } else if (step) {
      const all = shown();
      const at = all.findIndex(({ element: one }) => one === event.target);
      all[(at + step + all.length) % all.length].element.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  element.addEventListener('focusout', ({ relatedTarget }) => element.contains(relatedTarget) || open(false));

  return {
    element,
    set disabled(value) { plus.disabled = value; smile.disabled = value; },
    offer(wanted, may) {
      items.find(({ key }) => key === wanted).element.hidden = !may;
    },
    speak() {
      for (const item of items) item.speak();
      for (const [button, key] of [[plus, 'attach.more'], [smile, 'emoji.label']]) {
        button.title = t(key);
        button.setAttribute('aria-label', t(key));
      }
    },
  };
}
