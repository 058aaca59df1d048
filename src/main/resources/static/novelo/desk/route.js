// Where the reader is: what stands behind the # of the address.

/** @returns `{section, path, query}`; a part may hold anything, also a slash or a question mark */
export function place(hash) {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [section, ...rest] = path.split('/').map(decoded);
  return { section, path: rest, query: Object.fromEntries(new URLSearchParams(query)) };
}

/** @param query values that are empty are left out */
export function address(section, path = [], query = {}) {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value)).toString();
  return `#${[section, ...path].map(encodeURIComponent).join('/')}${asked && `?${asked}`}`;
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // somebody has typed a lone %
  }
}
