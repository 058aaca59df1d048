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
  stance: (number, line) => call('GET', phone(number) + '/stance' + by(line)),
  block: (number, line, blocked) => call('POST', phone(number) + '/block' + by(line), { blocked }),
  prefer: (number, line, value) => call('POST', phone(number) + '/preferences' + by(line), { value }),

  accounts: () => call('GET', '/accounts').then((page) => page.items),
  addAccount: () => call('POST', '/accounts', {}),
  changeAccount: (id, change) => call('PUT', '/accounts/' + id, change),
  ban: (id, state) => call('POST', `/accounts/${id}/ban`, { state }),
  tokens: (id) => call('GET', `/accounts/${id}/tokens`).then((page) => page.items),
  issueToken: (id) => call('POST', `/accounts/${id}/tokens`, {}),
  revokeTokens: (id) => call('DELETE', `/accounts/${id}/tokens`),
  addLine: (account) => call('POST', '/lines', { account }),
  standing: (line) => call('GET', '/lines/' + line),
  changeLine: (line, change) => call('PUT', '/lines/' + line, change),

  templates: (account) => call('GET', '/templates?account=' + account).then((page) => page.items),
  decide: (id, status, reason) => call('POST', `/templates/${id}/status`, { status, reason }),
  rate: (id, score) => call('POST', `/templates/${id}/quality`, { score }),
  categorise: (id, category) => call('POST', `/templates/${id}/category`, { category }),
  deleteTemplate: (id) => call('DELETE', '/templates/' + id),

  ownerWrites: (line, to, message) => call('POST', `/lines/${line}/app/messages`, { to, ...message }),
  ownerKnows: (line, contacts) => call('POST', `/lines/${line}/app/contacts`, { contacts }),
  ownerBrings: (line, threads) => call('POST', `/lines/${line}/app/history`, { threads }),

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
