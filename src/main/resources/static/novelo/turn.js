// Who has the word in a conversation, and what the reader may do about it.

import { t } from './texts.js';
import { now } from './time.js';

/** Stands for a user where the company writes in the WhatsApp Business app. Nobody there can give the word back. */
export const PHONE = '@phone';

const SPEAKERS = { PROCESS: 'write.process', AI: 'write.ai' };

/**
 * @param may `{claim, takeover, release}`: what a button does; `claim` is null where there is nothing to claim
 * @returns `{open, note, kind, actions: [{text, title, solid, act}]}`
 */
export function turnOf({ window, speaker, speakerId, speakerName, state }, me, { claim, takeover, release }) {
  const mine = speaker === 'AGENT' && speakerId === me;
  const actions = claim ? [{ text: t('write.claim'), title: t('write.unclaimed'), solid: true, act: claim }] : [];
  if (!window.open || Date.parse(window.closesAt) <= now()) {
    return { open: false, kind: 'closed', note: t('window.hintClosed'), actions };
  }
  if (state === 'RESOLVED') return { open: false, kind: '', note: t('write.resolved'), actions };
  if (speakerId === PHONE) {
    actions.push({ text: t('write.release'), title: t('write.releaseHint'), act: release });
    return { open: true, kind: '', note: t('write.phone'), actions };
  }
  if (speaker === 'AGENT' && !mine) {
    actions.push({ text: t('write.takeover'), act: takeover });
    return { open: false, kind: 'other', note: t('write.other', speakerName ?? speakerId), actions };
  }
  if (mine) {
    actions.push({ text: t('write.release'), title: t('write.releaseHint'), act: release });
    return { open: true, kind: 'mine', note: t('write.yours'), actions };
  }
  return { open: true, kind: '', note: t(SPEAKERS[speaker] ?? 'write.free'), actions };
}
