// The only way this page makes elements: text is always text, never markup.
export const $ = (id) => document.getElementById(id);

/** el('button.primary', {type: 'button', onclick}, 'Text', childNode) */
export function el(selector, attributes = {}, ...children) {
  const [tag, ...classes] = selector.split('.');
  const node = document.createElement(tag || 'div');
  if (classes.length) node.className = classes.join(' ');
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return node;
}

/** Only web addresses become links. */
export function webAddress(text) {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

let toastTimer;

export function toast(text) {
  const place = $('toast');
  place.textContent = text;
  place.classList.add('on');
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => place.classList.remove('on'), 2600);
}
