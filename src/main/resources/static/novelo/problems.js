// What went wrong, in the reader's words. What the server says is English, so of what we do not know only the status is shown.

import { has, t } from './texts.js';

/** What of the server's answer stands in our words; Meta's refusal is Meta's own. */
const WITH = { 'not-your-turn': 'speakerName', 'template-refused': 'detail' };

export function inPlainWords({ kind, status, body }) {
  if (kind === 'bad-request' && body?.field) return t('problem.field', fieldName(body.field));
  const key = has(`problem.${kind}`) ? `problem.${kind}` : 'problem.other';
  return t(key, WITH[kind] ? body?.[WITH[kind]] : status);
}

/** The server names a field by its path; its last word is what people know. */
function fieldName(path) {
  const last = String(path).split(/[.[\]/]+/).filter((part) => part && !/^\d+$/.test(part)).pop() ?? path;
  return has(`field.${last}`) ? t(`field.${last}`) : last;
}

/** A connection that broke, or a server that cannot answer just now. */
export function mayPass({ status }) {
  return status === 0 || status >= 500;
}
