// Our own API, with the session of the web applications.

const ROOT = new URL('../api/v1/', import.meta.url);

/** What the server refused, as RFC 9457 says it; `kind` is the last part of its type. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.status = status;
    this.body = body;
    this.kind = String(body.type ?? '').split(':').pop() || (status === 0 ? 'offline' : 'other');
  }
}

/** The webapps' token lies in a cookie that only pages below /camunda can read, and changes when somebody logs in. */
function token() {
  return /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
}

async function send(path, request) {
  let answer;
  try {
    answer = await fetch(new URL(path, ROOT), { credentials: 'same-origin', ...request });
  } catch {
    throw new Problem(0, {});
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Problem(answer.status, body);
  return body;
}

export function get(path) {
  return send(path, { headers: { Accept: 'application/json' } });
}

export function post(path, body = {}, headers = {}) {
  return send(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token(), ...headers },
    body: JSON.stringify(body),
  });
}

export function remove(path) {
  return send(path, { method: 'DELETE', headers: { 'X-XSRF-TOKEN': token() } });
}

/** `fetch` does not tell how far it has come. @param progress hears a share between 0 and 1 */
export function uploaded(path, form, progress, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', new URL(path, ROOT));
    request.setRequestHeader('X-XSRF-TOKEN', token());
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onload = () => (request.status < 300 ? resolve(request.response) : reject(new Problem(request.status, request.response ?? {})));
    request.onerror = () => reject(new Problem(0, {}));
    request.onabort = () => reject(new Problem(0, {}));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

/** `crypto.randomUUID` exists on https and localhost only; a company's own network may have neither. */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
