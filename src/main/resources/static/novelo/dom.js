// Elements without markup: every text is hostile, so it only ever becomes a text node.

export { icon } from './icons.js';

/** `attributes`: names in `on…` are listeners, `null` and `false` leave an attribute out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Brings `parent`'s children to `wanted` and moves no more than needed: a reader's selection survives. */
export function reconcile(parent, wanted) {
  wanted.forEach((child, place) => {
    if (parent.childNodes[place] !== child) parent.insertBefore(child, parent.childNodes[place] ?? null);
  });
  while (parent.childNodes.length > wanted.length) parent.lastChild.remove();
}

/**
 * Draws anew only what says something else: a row that is replaced under the pointer swallows the click.
 *
 * @param before what this has given the last time. @returns by key, in the order of the items: `{written, node}`
 */
export function drawn(before, items, keyOf, draw) {
  return new Map(items.map((item) => {
    const written = JSON.stringify(item);
    const known = before.get(keyOf(item));
    return [keyOf(item), known?.written === written ? known : { written, node: draw(item) }];
  }));
}

/** A shadow root with a style sheet that needs no `style` element. */
export function shadow(host, css, ...children) {
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  root.append(...children);
  return root;
}
