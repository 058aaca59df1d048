// Who has the word in a conversation, and what the reader may do about it.

import { t } from './texts.js';
import { now } from './time.js';

/** Stands for a user where the company writes in the WhatsApp Business app. Nobody there can give the word back. */
export const PHONE = '@phone';

const SPEAKERS = { PROCESS: 'write.process', AI: 'write.ai' };

/**
 * @param may `{claim, takeover, release, template, begin}`: what a button does; `claim` is null where there is nothing to claim
 * @returns `{open, template, note, kind, actions: [{text, title, solid, act}]}`
 */
export function turnOf({ window, speaker, speakerId, speakerName, state }, me, { claim, takeover, release, template, begin }) {
  const mine = speaker === 'AGENT' && speakerId === me;
  const actions = claim ? [{ text: t('write.claim'), title: t('write.unclaimed'), solid: true, act: claim }] : [];
  const is = (open, kind, note) => ({ open, template: open || kind === 'closed', kind, note, actions });
  const phone = speakerId === PHONE;
  if (state === 'RESOLVED') {
    actions.push({ text: t('start.title'), title: t('start.hint'), act: begin });
    return is(false, '', t('write.resolved'));
  }
  if (speaker === 'AGENT' && !mine && !phone) {
    actions.push({ text: t('write.takeover'), act: takeover });
    return is(false, 'other', t('write.other', speakerName ?? speakerId));
  }
  if (mine || phone) actions.push({ text: t('write.release'), title: t('write.releaseHint'), act: release });
  if (!window.open || Date.parse(window.closesAt) <= now()) {
    actions.push({ text: t('template.pick'), title: t('window.hintClosed'), solid: true, act: template });
    return is(false, 'closed', t(window.closesAt ? 'window.hintClosed' : 'window.hintNever'));
  }
  if (mine) return is(true, 'mine', t('write.yours'));
  return is(true, '', t(phone ? 'write.phone' : SPEAKERS[speaker] ?? 'write.free'));
}
