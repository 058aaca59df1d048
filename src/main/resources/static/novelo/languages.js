// Languages by their names, as WhatsApp writes their codes.

import { locale } from './texts.js';

const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });

/** @param code such as `pt_BR`; one that nobody knows is shown as it is */
export function languageName(code) {
  try {
    const name = names.of(String(code).replaceAll('_', '-')) ?? code;
    return name.charAt(0).toLocaleUpperCase() + name.slice(1);
  } catch {
    return String(code);
  }
}
