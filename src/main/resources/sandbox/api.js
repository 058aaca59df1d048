// Everything the page asks of the server; scripts use the same addresses.
import { knows, t } from './i18n.js';

/** Fails with what a person may read: the server's own words are English. */
async function call(method, path, body) {
  const response = await fetch('/sandbox' + path, {
    method,
    headers: body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
  }).catch(() => { throw new Error(t('no_server')); });
  if (!response.ok) {
    const { field } = await response.json().catch(() => ({}));
    throw new Error(knows('no_' + field) ? t('no_' + field) : t('no_other', response.status));
  }
  return response.status === 204 ? null : response.json();
}

const by = (line) => (line ? '?line=' + encodeURIComponent(line) : '');

const phone = (number) => '/phones/' + encodeURIComponent(number);

export const api = {
  company: () => call('GET', '/company'),
  phones: () => call('GET', '/phones').then((page) => page.items),
  changePhone: (number, change) => call('PUT', phone(number), change),
  lines: () => call('GET', '/lines').then((page) => page.items),
  messages: (number, line) => call('GET', phone(number) + '/messages' + by(line)).then((page) => page.items),
  write: (number, line, message) => call('POST', phone(number) + '/messages' + by(line), message),
  call: (number, line, outcome) => call('POST', phone(number) + '/calls' + by(line), { outcome }),
  played: (number, id) => call('POST', phone(number) + '/played', { id }),

  /** @param type claims another type than the file does */
  attach(number, file, name, type) {
    const form = new FormData();
    form.append('file', file, name);
    if (type) form.append('type', type);
    return call('POST', phone(number) + '/media', form);
  },
  read: (number, upTo) => call('POST', phone(number) + '/read', { upTo }),
  clock: () => call('GET', '/clock'),
  advance: (duration) => call('POST', '/clock', { advance: duration }),
  faults: () => call('GET', '/faults').then((page) => page.items),
  faultKinds: () => call('GET', '/faults/kinds').then((page) => page.items),
  faultCodes: () => call('GET', '/faults/codes').then((page) => page.items),
  addFault: (fault) => call('POST', '/faults', fault),
  clearFaults: (kind) => call('DELETE', kind ? '/faults/' + kind : '/faults'),

  /** Hints that something changed; what changed is fetched. The browser reconnects by itself. */
  listen(number, on) {
    const source = new EventSource('/sandbox' + phone(number) + '/events');
    for (const [event, act] of Object.entries(on)) source.addEventListener(event, (e) => act(e.data));
    return source;
  },
};
