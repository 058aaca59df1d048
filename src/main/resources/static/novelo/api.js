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

let known;

/** Who is logged in, asked once: `{user, name, roles, manager, administrator, csrfToken, now}`. */
export function session() {
  known ??= get('session').catch((problem) => {
    known = undefined;
    throw problem;
  });
  return known;
}

/** Somebody may have logged in meanwhile, here or in another tab. */
export function forgetSession() {
  known = undefined;
}

/** The webapps' token lies in a cookie that only pages below /camunda can read, and changes when somebody logs in. */
async function token() {
  const [, readable] = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(document.cookie) ?? [];
  return readable ?? (await session()).csrfToken ?? '';
}

/** A token that has become old is asked for anew, once. */
async function change(path, request) {
  const withToken = async () => send(path, { ...request, headers: { ...request.headers, 'X-XSRF-TOKEN': await token() } });
  try {
    return await withToken();
  } catch (problem) {
    if (problem.kind !== 'csrf' || !known) throw problem;
    forgetSession();
    return withToken();
  }
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

function withBody(method) {
  return (path, body = {}, headers = {}) => change(path, { method, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });
}

export const post = withBody('POST');
export const put = withBody('PUT');
export const patch = withBody('PATCH');

/** A file as it is. */
export function sent(method, path, file, type) {
  return change(path, { method, headers: { 'Content-Type': type }, body: file });
}

export function remove(path) {
  return change(path, { method: 'DELETE', headers: {} });
}

/** `fetch` does not tell how far it has come. @param progress hears a share between 0 and 1 */
export async function uploaded(path, form, progress, signal) {
  const csrf = await token();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', new URL(path, ROOT));
    request.setRequestHeader('X-XSRF-TOKEN', csrf);
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
