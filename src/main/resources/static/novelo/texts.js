// What our screens say, in the reader's language: Portuguese, Spanish or English.

const LANGUAGES = ['pt', 'es', 'en'];

/** The first language of the browser that we speak; else that of the page: ours are in the company's, the webapps' English. */
export const language = [...navigator.languages, document.documentElement.lang]
  .map((tag) => tag.slice(0, 2).toLowerCase())
  .find((tag) => LANGUAGES.includes(tag)) ?? 'en';

/** For dates and numbers: the browser's own region of that language. */
export const locale = navigator.languages.find((tag) => tag.toLowerCase().startsWith(language)) ?? language;

let texts = {};
let loading;

/** Loads once; a page without texts still works, with keys in their place. */
export function loadTexts() {
  loading ??= fetch(new URL(`./texts/${language}`, import.meta.url))
    .then((answer) => (answer.ok ? answer.json() : {}))
    .then((loaded) => { texts = loaded; })
    .catch(() => { loading = undefined; });
  return loading;
}

export function has(key) {
  return Object.hasOwn(texts, key);
}

/** Values stand for {0}, {1} … and are never read again: a customer's name cannot become a placeholder. */
export function t(key, ...values) {
  const text = has(key) ? texts[key] : key;
  return text.replace(/\{(\d)\}/g, (whole, n) => values[n] ?? whole);
}

/** The key of a number's own text, else of the range that holds it, such as `error.200-299`; else nothing. */
export function numbered(prefix, number) {
  if (has(`${prefix}.${number}`)) return `${prefix}.${number}`;
  return Object.keys(texts).find((key) => {
    const [from, to] = key.startsWith(`${prefix}.`) ? key.slice(prefix.length + 1).split('-').map(Number) : [];
    return from <= number && number <= to;
  });
}

/** The text of a value that a person may have invented, such as a queue or a reason of a table; else the value itself. */
export function named(prefix, value) {
  return has(`${prefix}.${value}`) ? t(`${prefix}.${value}`) : String(value);
}
