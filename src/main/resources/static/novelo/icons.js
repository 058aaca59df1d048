// Small line drawings, the same on every machine.

const SVG = 'http://www.w3.org/2000/svg';

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
  play: ['M5.4 3.4l7 4.6-7 4.6z'],
  pause: ['M5.6 3.8v8.4', 'M10.4 3.8v8.4'],
  download: ['M8 2.5v7.2', 'M4.8 6.8L8 10l3.2-3.2', 'M3 13h10'],
  copy: ['M6 5.5h7v8H6z', 'M10 5.5v-3H3v8h3'],
  reply: ['M6.5 3.5L2.5 7.5l4 4', 'M2.8 7.5h6.4a4 4 0 0 1 4 4v1'],
  forward: ['M9.5 3.5l4 4-4 4', 'M13.2 7.5H6.8a4 4 0 0 0-4 4v1'],
  chosen: ['M6.5 3.5L2.5 7.5l4 4', 'M2.8 7.5h6.4a4 4 0 0 1 4 4v1'],
  smile: ['M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2z', 'M5.4 9.2a2.8 2.8 0 0 0 5.2 0', 'M6 6.2v.2', 'M10 6.2v.2'],
  plus: ['M8 3v10', 'M3 8h10'],
  stop: ['M4.5 4.5h7v7h-7z'],
  bin: ['M3 4.5h10', 'M6 4.2V2.8h4v1.4', 'M4.4 4.6l.6 8.8h6l.6-8.8'],
  list: ['M5.5 4.5H13', 'M5.5 8H13', 'M5.5 11.5H13', 'M3 4.5v.1', 'M3 8v.1', 'M3 11.5v.1'],
  open: ['M9 2.8h4.2V7', 'M13 3L7.5 8.5', 'M11.5 9.5v3.7h-8.7V4.5h3.7'],
  edit: ['M3 13l.6-2.8 7-7 2.2 2.2-7 7z'],
  info: ['M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2z', 'M8 7.4V11', 'M8 5.2v.1'],
  call: ['M3.2 3.2l2-.6 1.6 3-1.2 1.2a8 8 0 0 0 3.6 3.6l1.2-1.2 3 1.6-.6 2c-5 1.4-11-4.6-9.6-9.6z'],
  missed: ['M3.2 3.2l2-.6 1.6 3-1.2 1.2a8 8 0 0 0 3.6 3.6l1.2-1.2 3 1.6-.6 2c-5 1.4-11-4.6-9.6-9.6z', 'M10 2.5l3.5 3.5', 'M13.5 2.5L10 6'],
  phone: ['M4.8 2.2h6.4v11.6H4.8z', 'M7.3 11.7h1.4'],
  template: ['M3 2.8h10v10.4H3z', 'M5.4 5.8h5.2', 'M5.4 8.3h5.2', 'M5.4 10.8h2.8'],
  letters: ['M2.6 12.6L6 3.4l3.4 9.2', 'M3.7 9.6h4.6', 'M13.4 8.2v4.4', 'M13.4 10.4a1.9 2.2 0 1 1-3.4 0 1.9 2.2 0 0 1 3.4 0z'],
  shield: ['M8 2.2l5 1.8v3.8c0 2.9-2 5-5 6-3-1-5-3.1-5-6V4z', 'M5.8 7.8l1.6 1.6 2.9-3'],
  coin: ['M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2z', 'M9.8 6.1c-.4-.6-1-.9-1.8-.9-1 0-1.8.5-1.8 1.3 0 2 3.7.8 3.7 2.8 0 .8-.9 1.4-1.9 1.4-.9 0-1.6-.4-2-1', 'M8 4.2v1', 'M8 10.8v1'],
  upload: ['M8 10V2.8', 'M4.8 6L8 2.8 11.2 6', 'M3 13h10'],
  search: ['M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4z', 'M10.1 10.1l3.2 3.2'],
  back: ['M9.8 3.2L5 8l4.8 4.8'],
  warn: ['M8 2.6l6 10.6H2z', 'M8 6.6v3', 'M8 11.4v.1'],
  again: ['M13 8a5 5 0 1 1-1.5-3.6', 'M13.2 2.4v3h-3'],
  user: ['M8 2.6a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z', 'M3.2 13.6a4.8 4.8 0 0 1 9.6 0'],
  write: ['M2.8 13.2l.6-2.6 7.2-7.2 2 2-7.2 7.2z', 'M9.4 4.6l2 2'],
  dots: ['M8 3.2v.1', 'M8 8v.1', 'M8 12.8v.1'],
  horn: ['M3 6.5v3l7 3V3.5z', 'M12.6 6.4a2.4 2.4 0 0 1 0 3.2', 'M5 10.4l.6 2.8h1.6l-.4-2'],
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
