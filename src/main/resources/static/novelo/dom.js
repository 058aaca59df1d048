// Elements without markup: every text is hostile, so it only ever becomes a text node.

const SVG = 'http://www.w3.org/2000/svg';

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

const ICONS = {
  clock: ['M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM8 4.8V8l2.2 1.6'],
  tick: ['M3.5 8.4l3 3 6-6.6'],
  ticks: ['M1.4 8.4l3 3 6-6.6', 'M7.2 10.6l.9.9 6-6.6'],
  unknown: ['M5.9 6.1a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.4', 'M8 12.1v.1'],
  failed: ['M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2z', 'M8 5v3.6', 'M8 10.9v.1'],
  cancelled: ['M4.5 4.5l7 7', 'M11.5 4.5l-7 7'],
  send: ['M2.6 8L13.4 2.8 10.6 13.2 7.6 9z', 'M7.6 9l5.8-6.2'],
  down: ['M3.5 6l4.5 4.5L12.5 6'],
  image: ['M2.5 3.5h11v9h-11z', 'M2.5 10.5l3-3 3 3 2-2 3 3', 'M10.5 6v.1'],
  video: ['M2.5 4h8v8h-8z', 'M10.5 7l3-2v6l-3-2'],
  audio: ['M8 2.5a1.8 1.8 0 0 1 1.8 1.8v3a1.8 1.8 0 0 1-3.6 0v-3A1.8 1.8 0 0 1 8 2.5z', 'M4.2 7.4a3.8 3.8 0 0 0 7.6 0', 'M8 11.2v2.3'],
  document: ['M4 2.5h5l3 3v8H4z', 'M9 2.5v3h3'],
  location: ['M8 14s4.2-4.4 4.2-7.4a4.2 4.2 0 0 0-8.4 0C3.8 9.6 8 14 8 14z', 'M8 6.6v.1'],
  contact: ['M8 3a2.4 2.4 0 1 1 0 4.8A2.4 2.4 0 0 1 8 3z', 'M3.4 13.4a4.6 4.6 0 0 1 9.2 0'],
  other: ['M3 3.5h10v7H8l-3 2.5v-2.5H3z'],
};

export function icon(name, title) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('fill', 'none');
  svg.setAttribute('stroke', 'currentColor');
  svg.setAttribute('stroke-width', '1.5');
  svg.setAttribute('stroke-linecap', 'round');
  svg.setAttribute('stroke-linejoin', 'round');
  if (title) {
    svg.setAttribute('role', 'img');
    const label = document.createElementNS(SVG, 'title');
    label.textContent = title;
    svg.append(label);
  } else {
    svg.setAttribute('aria-hidden', 'true');
  }
  for (const path of ICONS[name] ?? ICONS.other) {
    const line = document.createElementNS(SVG, 'path');
    line.setAttribute('d', path);
    svg.append(line);
  }
  return svg;
}

/** Brings `parent`'s children to `wanted` and moves no more than needed: a reader's selection survives. */
export function reconcile(parent, wanted) {
  wanted.forEach((child, place) => {
    if (parent.childNodes[place] !== child) parent.insertBefore(child, parent.childNodes[place] ?? null);
  });
  while (parent.childNodes.length > wanted.length) parent.lastChild.remove();
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
