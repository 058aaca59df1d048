// Times as people say them. Business time is the server's: the sandbox moves it.

import { locale, t } from './texts.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let ahead = 0;

export function businessTimeIs(instant) {
  ahead = Date.parse(instant) - Date.now();
}

export function now() {
  return Date.now() + ahead;
}

const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const date = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
const dateOfAYear = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
const soon = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const small = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const farAway = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

export const timeOfDay = (instant) => clock.format(Date.parse(instant));
export const exactly = (instant) => moment.format(Date.parse(instant));
export const dayAndTime = (instant) => soon.format(Date.parse(instant));

/** As above where there is little room; the year only where it is another one. */
export function shortly(instant) {
  return isOfThisYear(instant) ? small.format(Date.parse(instant)) : farAway.format(Date.parse(instant));
}

/** With the year where it is another one. */
export function when(instant) {
  return isOfThisYear(instant) ? dayAndTime(instant) : farAway.format(Date.parse(instant));
}

function isOfThisYear(instant) {
  return new Date(instant).getFullYear() === new Date(now()).getFullYear();
}

/** A key that is equal on one calendar day of the reader. */
export function dayOf(instant) {
  return new Date(instant).toDateString();
}

export function nameOfDay(instant) {
  if (dayOf(instant) === new Date(now()).toDateString()) return t('day.today');
  if (dayOf(instant) === new Date(now() - DAY).toDateString()) return t('day.yesterday');
  return (isOfThisYear(instant) ? date : dateOfAYear).format(Date.parse(instant));
}

/** Two units at most, the smaller left out when it says nothing. */
export function span(millis) {
  if (millis < MINUTE) return t('unit.now');
  if (millis < HOUR) return t('unit.minute', Math.floor(millis / MINUTE));
  if (millis < DAY) return two('unit.hour', Math.floor(millis / HOUR), 'unit.minute', Math.floor((millis % HOUR) / MINUTE));
  return two('unit.day', Math.floor(millis / DAY), 'unit.hour', Math.floor((millis % DAY) / HOUR));
}

const many = new Intl.NumberFormat(locale);

/** Working time in hours and minutes: a day of it is no day of the calendar. */
export function workingSpan(minutes) {
  if (minutes < 1) return t('unit.now');
  if (minutes < 60) return t('unit.minute', minutes);
  return two('unit.hour', many.format(Math.floor(minutes / 60)), 'unit.minute', minutes % 60);
}

function two(great, many, small, few) {
  return few === 0 ? t(great, many) : `${t(great, many)} ${t(small, few)}`;
}

export const hours = (count) => count * HOUR;
