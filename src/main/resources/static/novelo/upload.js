// Files on their way to the server, and what may go there.

import { get, remove, uploaded } from './api.js';
import { sizeOf } from './media.js';
import { inPlainWords } from './problems.js';
import { has, t } from './texts.js';

let asked;

/** Asked once; a server that cannot answer now is asked again next time. */
export function limits() {
  asked ??= get('media/limits').catch(() => {
    asked = undefined;
    return [];
  });
  return asked;
}

/** What a file goes as: a sticker or a kind of its own, else a document. */
export function kindFor({ type }, all) {
  const bare = type.split(';')[0].toLowerCase();
  return all.find(({ kind, mimeTypes }) => kind !== 'document' && mimeTypes.includes(bare))?.kind ?? 'document';
}

/**
 * Only what is certain: the server looks into the file, a browser merely guesses by its name.
 *
 * @returns why it may not be sent, or null
 */
export function refusal({ type, size }, kind, all) {
  if (size === 0) return t('attach.empty');
  const limit = all.find((one) => one.kind === kind);
  if (!limit) return null;
  if (kind === 'document' && type && !limit.mimeTypes.includes(type.split(';')[0])) return t('attach.refused.type');
  return size > limit.maxBytes ? t('attach.tooLarge', t(`kind.${kind}`), sizeOf(limit.maxBytes)) : null;
}

/** What the server found in it. @returns a sentence that stands alone */
export function whyNot(problem) {
  if (problem.status === 413) return t('attach.refused.size');
  if (problem.kind !== 'bad-request') return asSentence(inPlainWords(problem));
  const { reason } = problem.body;
  return t(has(`attach.refused.${reason}`) ? `attach.refused.${reason}` : 'attach.refused');
}

/** The same file is refused again. */
export function isFinal({ status }) {
  return status === 400 || status === 413 || status === 415;
}

function asSentence(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the picker offers. */
export function offered(all) {
  return all.flatMap(({ mimeTypes }) => mimeTypes).join(',');
}

/** It takes room that the agent has for others. What the server does not hear now it forgets after a day. */
export function forget({ id }) {
  remove(`media/${encodeURIComponent(id)}`).catch(() => {});
}

/** @param progress hears a share between 0 and 1 */
export function upload(file, name, progress, signal) {
  const form = new FormData();
  form.append('file', file, name);
  return uploaded('media', form, progress, signal);
}
