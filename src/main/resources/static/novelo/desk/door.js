// Before the door: who has not logged in, and who has but has nothing to do here.

import { el, icon } from '../dom.js';
import { t } from '../texts.js';
import { comingBack } from '../menu.js';

export function door() {
  return el('div', { class: 'door' }, icon('user'), el('h1', {}, t('desk.door')), el('p', {}, t('desk.doorHint')),
    el('a', { class: 'solid', href: '../camunda/app/tasklist/', onclick: comingBack }, t('desk.logIn')));
}

/** @param hint what the page is for, and who may use it */
export function stranger(hint) {
  return el('div', { class: 'door' }, icon('shield'), el('h1', {}, t('desk.stranger')), el('p', { dir: 'auto' }, hint),
    el('a', { class: 'plain', href: '../camunda/app/tasklist/' }, t('desk.tasklist')));
}
