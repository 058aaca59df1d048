import { currentLanguage, t } from './i18n.js';

// The company's time: the server's moved clock, in the company's zone.
let skew = 0;
let zone = 'America/Sao_Paulo';
let offset = 'PT0S';

export function setClock(clock) {
  skew = Date.parse(clock.now) - Date.now();
  zone = clock.zone;
  offset = clock.offset;
}

export const now = () => new Date(Date.now() + skew);

const format = (date, options) => new Intl.DateTimeFormat(currentLanguage(), { timeZone: zone, ...options }).format(date);

export const hour = (date) => format(date, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

export const fullDate = (date) => format(date, { weekday: 'short', day: 'numeric', month: 'short' });

export const dayKey = (date) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(date);

export function dayName(date) {
  const key = dayKey(date);
  if (key === dayKey(now())) return t('today');
  if (key === dayKey(new Date(now().getTime() - 86400000))) return t('yesterday');
  return format(date, { day: 'numeric', month: 'long', year: key.slice(0, 4) === dayKey(now()).slice(0, 4) ? undefined : 'numeric' });
}

/** @return a duration as players show it, such as 1:05 */
export const length = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** For lists: the time today, else the day. */
export function shortMoment(date) {
  return dayKey(date) === dayKey(now()) ? hour(date) : format(date, { day: '2-digit', month: '2-digit' });
}

/** How far the clock is ahead, such as "2 d 3 h"; empty if it is not. */
export function aheadBy() {
  const seconds = /^PT(?:(\d+)H)?(?:(\d+)M)?/.exec(offset);
  const minutes = seconds ? Number(seconds[1] || 0) * 60 + Number(seconds[2] || 0) : 0;
  if (!minutes) return '';
  const parts = [[Math.floor(minutes / 1440), 'd'], [Math.floor(minutes / 60) % 24, 'h'], [minutes % 60, 'min']];
  return t('ahead', parts.filter(([n]) => n).slice(0, 2).map(([n, unit]) => `${n} ${unit}`).join(' '));
}
