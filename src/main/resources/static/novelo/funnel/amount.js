// Amounts of money as people type them: 1.234,56 here, 1,234.56 elsewhere, and plain 1234.5 everywhere.

import { locale, t } from '../texts.js';

const parts = new Intl.NumberFormat(locale).formatToParts(1234.5);
const DECIMAL = parts.find(({ type }) => type === 'decimal').value;

/** @returns the number, or NaN */
export function amountOf(typed) {
  const bare = String(typed).replace(/[\s\u00a0]|R\$|[$€£]/g, '');
  if (/^\d+[.,]\d{1,2}$/.test(bare)) return Number(bare.replace(',', '.'));
  const other = DECIMAL === ',' ? '.' : ',';
  const grouped = new RegExp(`^\\d{1,3}(\\${other}\\d{3})*(\\${DECIMAL}\\d{1,2})?$`);
  if (/^\d+$/.test(bare)) return Number(bare);
  return grouped.test(bare) ? Number(bare.replaceAll(other, '').replace(DECIMAL, '.')) : NaN;
}

/** @returns as the reader would type it; empty for none */
export function written(amount) {
  if (amount === null || amount === undefined) return '';
  return new Intl.NumberFormat(locale, { minimumFractionDigits: Number.isInteger(amount) ? 0 : 2, maximumFractionDigits: 2 }).format(amount);
}

/** @returns what is wrong with what was typed, or null; nothing typed is nothing wrong */
export function wrongAmount(typed) {
  return typed && !(amountOf(typed) >= 0) ? t('lead.valueWrong', written(1234.56)) : null;
}
