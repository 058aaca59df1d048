// Numbers as people write them.

import { locale } from './texts.js';

/** Brazilian numbers as Brazilians write them, others with their plus. */
export function phoneNumber(digits) {
  if (!digits) return null;
  const brazil = /^55(\d{2})(\d{4,5})(\d{4})$/.exec(digits);
  return brazil ? `+55 ${brazil[1]} ${brazil[2]}-${brazil[3]}` : `+${digits}`;
}

/** @param currency as the customer's catalogue names it; a word that is none is shown beside the number */
export function money(amount, currency) {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
  } catch {
    return [currency, count(amount)].filter(Boolean).join(' ');
  }
}

/** Of what is worth thousands nobody reads the cents. */
export function roundMoney(amount, currency) {
  try {
    const fraction = amount >= 1000 ? { maximumFractionDigits: 0, minimumFractionDigits: 0 } : {};
    return new Intl.NumberFormat(locale, { style: 'currency', currency, ...fraction }).format(amount);
  } catch {
    return money(amount, currency);
  }
}

export function count(number) {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(number);
}
