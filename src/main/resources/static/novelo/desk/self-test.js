// The test of a line's connection, told check by check, each with its remedy.

import { post } from '../api.js';
import { el, icon } from '../dom.js';
import { has, t } from '../texts.js';
import { plain } from '../words.js';
import { act } from './bits.js';
import { inSentence } from './told.js';

/** Runs at once if the address says so: whoever has just added a line wants to know. */
export function selfTest(around, line) {
  const told = el('div', { role: 'status' });
  const button = act(t('check.run'), 'again', () => run(), { key: 'check' });
  const path = `lines/${encodeURIComponent(line.id)}`;

  async function run(what = 'check') {
    button.disabled = true;
    told.replaceChildren(el('p', { class: 'soft' }, t('check.running')));
    try {
      const { accepted, items } = await post(`${path}/${what}`);
      told.replaceChildren(el('p', {}, el('strong', {}, summary(accepted, items))), el('ol', { class: 'steps' }, ...items.map((one) => step(one, run))));
    } catch (problem) {
      told.replaceChildren(el('p', { class: 'error' }, inSentence(problem)));
    }
    button.disabled = false;
    await around.again(); // it may have found its way back to health
  }

  if (around.query.do === 'check') run();
  return el('section', { class: 'card' }, el('h2', {}, t('check.title')), el('p', { class: 'soft' }, t('check.hint')), told, el('div', { class: 'acts' }, button));
}

/** Some of it keeps a line from sending, and some only from hearing or paying. */
function summary(accepted, items) {
  const wrong = items.filter(({ ok }) => !ok).length;
  if (wrong === 0) return t('check.allWell');
  return t(accepted ? 'check.sends' : 'check.stopped', wrong);
}

function step({ check, ok, reason, detail, remedy }, run) {
  const words = has(`finding.${reason}`) ? t(`finding.${reason}`) : plain(remedy ?? '');
  return el('li', {}, el('span', { class: ok ? 'good' : 'bad' }, icon(ok ? 'tick' : 'failed', t(ok ? 'check.is.good' : 'check.is.bad'))),
    el('div', {},
      el('strong', { title: ok ? plain(detail) : null }, has(`check.${check}`) ? t(`check.${check}`) : plain(check)),
      !ok && el('div', {}, words),
      !ok && el('small', { class: 'soft', dir: 'auto' }, plain(detail)), // Meta's English helps whoever has to ask somebody
      !ok && check === 'subscription' && el('div', { class: 'acts' }, act(t('check.subscribe'), 'tick', () => run('subscribe')))));
}
