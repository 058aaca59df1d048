// Files on their way to the server, and what may go there.

import { get, uploaded } from './api.js';
import { sizeOf } from './media.js';
import { t } from './texts.js';

/** WhatsApp's, in bytes, in case the server does not tell: images 5 MB, video and audio 16 MB, documents 100 MB. */
const KNOWN = {
  image: { maxBytes: 5_000_000, mimeTypes: ['image/jpeg', 'image/png'] },
  video: { maxBytes: 16_000_000, mimeTypes: ['video/mp4', 'video/3gpp'] },
  audio: { maxBytes: 16_000_000, mimeTypes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'] },
  document: { maxBytes: 100_000_000, mimeTypes: [] },
};

let asked;

/** Asked once; a server that cannot answer now is asked again next time. */
export function limits() {
  asked ??= get('media/limits').then((answer) => ({ ...KNOWN, ...(answer.kinds ?? answer) }), () => {
    asked = undefined;
    return KNOWN;
  });
  return asked;
}

/** A picture or film of a format that WhatsApp does not show goes as a document. */
export function kindFor({ type }, all) {
  const bare = type.split(';')[0].toLowerCase();
  return ['image', 'video', 'audio'].find((kind) => all[kind]?.mimeTypes?.some((one) => one.split(';')[0] === bare)) ?? 'document';
}

/** @returns why it may not be sent, or null */
export function refusal(file, kind, all) {
  if (file.size === 0) return t('attach.empty');
  const most = all[kind]?.maxBytes;
  return most && file.size > most ? t('attach.tooLarge', t(`kind.${kind}`), sizeOf(most)) : null;
}

/** @param progress hears a share between 0 and 1 */
export function upload(file, name, progress, signal) {
  const form = new FormData();
  form.append('file', file, name);
  return uploaded('media', form, progress, signal);
}
