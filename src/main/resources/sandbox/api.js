// Everything the page asks of the server; scripts use the same addresses.
import { knows, t } from './i18n.js';

/** Fails with what a person may read: the server's own words are English. */
async function call(method, path, body) {
  const response = await fetch('/sandbox' + path, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => { throw new Error(t('no_server')); });
  if (!response.ok) {
    const { field } = await response.json().catch(() => ({}));
    throw new Error(knows('no_' + field) ? t('no_' + field) : t('no_other', response.status));
  }
  return response.status === 204 ? null : response.json();
}

const phone = (number) => '/phones/' + encodeURIComponent(number);

export const api = {
  company: () => call('GET', '/company'),
  phones: () => call('GET', '/phones').then((page) => page.items),
  changePhone: (number, change) => call('PUT', phone(number), change),
  messages: (number) => call('GET', phone(number) + '/messages').then((page) => page.items),
  write: (number, message) => call('POST', phone(number) + '/messages', message),
  read: (number, upTo) => call('POST', phone(number) + '/read', { upTo }),
  clock: () => call('GET', '/clock'),
  advance: (duration) => call('POST', '/clock', { advance: duration }),
  faults: () => call('GET', '/faults').then((page) => page.items),
  addFault: (fault) => call('POST', '/faults', fault),
  clearFaults: (kind) => call('DELETE', kind ? '/faults/' + kind : '/faults'),

  /** Hints that something changed; what changed is fetched. The browser reconnects by itself. */
  listen(number, on) {
    const source = new EventSource('/sandbox' + phone(number) + '/events');
    for (const [event, act] of Object.entries(on)) source.addEventListener(event, (e) => act(e.data));
    return source;
  },
};
