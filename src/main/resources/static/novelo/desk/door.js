// Before the door: who has not logged in, and who has but has nothing to do here.

import { el, icon } from '../dom.js';
import { t } from '../texts.js';
import { plain } from '../words.js';
import { comingBack } from '../menu.js';

export function door() {
  return el('div', { class: 'door' }, icon('user'), el('h1', {}, t('desk.door')), el('p', {}, t('desk.doorHint')),
    el('a', { class: 'solid', href: '../camunda/app/tasklist/', onclick: comingBack }, t('desk.logIn')));
}

export function stranger({ name }) {
  return el('div', { class: 'door' }, icon('shield'), el('h1', {}, t('desk.stranger')), el('p', { dir: 'auto' }, t('desk.strangerHint', plain(name))),
    el('a', { class: 'plain', href: '../camunda/app/tasklist/' }, t('desk.tasklist')));
}
