// Line icons, 24 × 24. Drawn through the DOM, so that the page needs no inline markup.
const PATHS = {
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  menu: 'M4 7h16M4 12h16M4 17h10',
  house: 'M4 11l8-6.500 8 6.500M6.500 9.500V19h11V9.500M12 12.200v4.600M10 13.300l4 2.400M14 13.300l-4 2.400',
  verified: 'M12 3l2.300 1.700 2.800-.2.8 2.700 2.300 1.700-1 2.600 1 2.700-2.300 1.600-.8 2.700-2.800-.1L12 20.500l-2.300-2-2.800.1-.8-2.700-2.300-1.600 1-2.700-1-2.600 2.300-1.700.8-2.700 2.800.2zM8.700 12l2.300 2.300 4.300-4.600',
  signal: 'M5 18v-2M10 18v-5M15 18v-8M20 18V6',
  wifi: 'M4 10c4.500-4.500 11.500-4.500 16 0M7 13.500c2.800-2.800 7.200-2.800 10 0M12 17.500h.01',
  battery: 'M3 8h15v8H3zM21 11v2M5.500 10.500h8v3h-8z',
  down: 'M6 9l6 6 6-6',
  send: 'M4 4l17 8-17 8 3.500-8zM7.500 12H13',
  forward: 'M4 6l7 6-7 6zM13 6l7 6-7 6z',
  out: 'M8 5h11v11M19 5L6 18',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  reply: 'M10 6L4 12l6 6M4 12h9c4 0 7 2.500 7 7',
  list: 'M9 6h11M9 12h11M9 18h11M4.500 6h.01M4.500 12h.01M4.500 18h.01',
  link: 'M10 14a4 4 0 006 0l3-3a4 4 0 00-6-6l-1 1M14 10a4 4 0 00-6 0l-3 3a4 4 0 006 6l1-1',
  pin: 'M12 21s7-6.300 7-11.500A7 7 0 005 9.500C5 14.700 12 21 12 21zM12 12a2.500 2.500 0 100-5 2.500 2.500 0 000 5z',
  person: 'M12 12a4 4 0 100-8 4 4 0 000 8zM4 20c1.500-4 4.500-5.500 8-5.500s6.500 1.500 8 5.500',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.500 9.500h.01',
  sound: 'M12 4v11M8 8v4M16 8v4M4 10v1M20 10v1',
  sticker: 'M5 4h14v9l-6 7H5zM13 20v-7h6M9 9h.01M14 9h.01M9 12c1 1 2 1 3 0',
  smile: 'M12 21a9 9 0 100-18 9 9 0 000 18zM9 10h.01M15 10h.01M8.500 14.500c2 2 5 2 7 0',
  chat: 'M4 5h16v11H10l-5 4v-4H4z',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  microphone: 'M12 3a3 3 0 013 3v5a3 3 0 01-6 0V6a3 3 0 013-3zM6 11a6 6 0 0012 0M12 17v4',
  play: 'M8 5l11 7-11 7z',
  pause: 'M8 5v14M16 5v14',
  phone: 'M6 3h3l2 5-2.500 1.500a11 11 0 005 5L15 12l5 2v3a3 3 0 01-3 3A14 14 0 013 6a3 3 0 013-3z',
  missed: 'M5 5l7 7 7-7M5 5v5M5 5h5M4 18c5-3.500 11-3.500 16 0',
  trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  pencil: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  share: 'M14 6l6 6-6 6M20 12h-9c-4 0-7 2.500-7 7',
  save: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  megaphone: 'M4 10v4h3l8 4V6L7 10zM18 9c1.500 1.500 1.500 4.500 0 6M7 14l1 5h3l-1-4',
  cart: 'M3 4h3l2 11h10l2-8H7M9 19h.01M17 19h.01',
  poll: 'M5 20V10M12 20V4M19 20v-7',
  search: 'M11 18a7 7 0 100-14 7 7 0 000 14zM16 16l5 5',
  clock: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5.500l3.500 2',
};
const SVG = 'http://www.w3.org/2000/svg';

function svg(viewBox, path) {
  const node = document.createElementNS(SVG, 'svg');
  node.setAttribute('viewBox', viewBox);
  node.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  node.append(line);
  return node;
}

export function icon(name) {
  return svg('0 0 24 24', PATHS[name]);
}

/** One tick, two ticks, or the clock of what has not left yet. */
export function tick(status) {
  if (status === 'waiting') return svg('0 0 17 12', 'M8.500 1.500a4.500 4.500 0 100 9 4.500 4.500 0 000-9zM8.500 4v2.200l1.500.9');
  return status === 'sent'
    ? svg('0 0 17 12', 'M4.500 6.500L7.500 9.500L13 2.500')
    : svg('0 0 17 12', 'M1 6.500L4 9.500L9.500 2.500M8 8.300L9.300 9.500L15 2.500');
}

export function drawIcons(root) {
  for (const place of root.querySelectorAll('[data-icon]')) place.replaceChildren(icon(place.dataset.icon));
}
