// A lead as a card of the board.

import { el, icon } from '../dom.js';
import { named, t } from '../texts.js';
import { exactly, shortly } from '../time.js';
import { plain } from '../words.js';
import { daysIn, isOver, nameOf, worth } from './says.js';

/** @param item as the board has it, with its `stage`. @param on `{open(item), menu(item, anchor)}` */
export function card(item, on) {
  const name = nameOf(item);
  const rest = `rest-${item.number}`;
  return el('li', { class: `card${item.withoutNextStep ? ' rests' : ''}`, 'data-number': item.number, draggable: isOver(item) ? 'false' : 'true' },
    el('div', { class: 'first' },
      el('button', { type: 'button', class: 'who', dir: 'auto', tabindex: '-1', title: name, 'data-key': `who-${item.number}`, 'aria-describedby': rest, onclick: () => on.open(item) }, name),
      !isOver(item) && el('button', { type: 'button', class: 'more', tabindex: '-1', 'data-key': `more-${item.number}`, 'aria-haspopup': 'menu', 'aria-label': t('lead.moveName', name), title: t('lead.move'), onclick: ({ currentTarget }) => on.menu(item, currentTarget) }, icon('dots'))),
    el('div', { class: 'rest', id: rest },
      item.product && el('p', { class: 'product', dir: 'auto' }, plain(item.product)),
      price(item),
      isOver(item) ? outcome(item) : next(item),
      el('p', { class: 'foot' },
        grade(item), el('span', { class: 'source', title: t('lead.source') }, named('lead.source', item.source)),
        el('time', { datetime: item.stageSince, title: t('lead.sinceAt', exactly(item.stageSince)) }, daysIn(item.days))),
      el('p', { class: 'foot owner', dir: 'auto', title: t('lead.owner') }, icon('user'), item.owner ? plain(item.ownerName) : t('lead.nobody'))));
}

function price(item) {
  const value = worth(item);
  return value && el('p', { class: 'worth' }, el('span', {}, value), item.probability !== null && !isOver(item) && el('small', { title: t('lead.probability') }, `${item.probability} %`));
}

function grade({ grade: known }) {
  return known && el('span', { class: `grade grade-${['A', 'B', 'C'].includes(known) ? known : 'D'}`, role: 'img', 'aria-label': t('lead.gradeIs', known), title: t('lead.gradeIs', known) }, known);
}

function next({ nextStep, nextStepAt, withoutNextStep }) {
  if (withoutNextStep) return el('div', { class: 'step none' }, icon('warn'), el('div', {}, t('lead.noNextStep'), nextStep && el('span', { dir: 'auto', title: plain(nextStep) }, plain(nextStep))));
  if (!nextStepAt && !nextStep) return el('p', { class: 'step' }, icon('clock'), el('span', {}, t('lead.answerDue')));
  return el('div', { class: 'step' }, icon('clock'),
    el('div', {}, nextStep && el('span', { dir: 'auto', title: plain(nextStep) }, plain(nextStep)), nextStepAt && el('time', { datetime: nextStepAt, title: exactly(nextStepAt) }, shortly(nextStepAt))));
}

function outcome({ lostReason }) {
  return lostReason && el('p', { class: 'step' }, el('span', {}, named('lead.lost', lostReason)));
}
