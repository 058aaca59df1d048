// The business account of a line: what Meta says of it, its access, and its news that somebody has to look at.

import { post } from '../api.js';
import { el } from '../dom.js';
import { named, t } from '../texts.js';
import { exactly } from '../time.js';
import { plain } from '../words.js';
import { act, ago, facts, mark, note } from './bits.js';
import { inSentence } from './told.js';
import { tokenForm } from './token.js';

/** @param account as `GET /accounts/{id}` shows it */
export function accountCard(around, account) {
  const { id, name, review, currency, funded, alerts } = account;
  return el('section', { class: 'card' }, el('h2', {}, t('account.title')),
    ...alerts.map((alert) => news(around, account, alert)),
    facts([
      [t('account.name'), plain(name)],
      [t('account.id'), el('code', {}, plain(id))],
      [t('account.review'), review && named('account.review', review)],
      [t('lines.payment'), funded !== null && mark(t(funded ? 'payment.PRESENT' : 'payment.MISSING'), funded ? 'good' : 'bad')],
      [t('account.currency'), currency && plain(currency)],
      [t('account.token'), token(account)],
    ]),
    around.once('token', () => tokenForm(around, account)));
}

function token({ ownToken, tokenAt, tokenBy, tokenExpires }) {
  const given = ownToken ? [t('account.token.given', plain(tokenBy ?? '')), ' ', ago(tokenAt)] : [t('account.token.settings')];
  return tokenExpires ? [...given, el('small', {}, ` · ${t('account.token.expires', exactly(tokenExpires))}`)] : given;
}

/** It stays until somebody says that he has looked at it. */
function news(around, { id }, alert) {
  return note(alert.severity === 'CRITICAL' ? 'bad' : alert.severity === 'WARNING' ? 'warn' : '',
    el('p', { dir: 'auto' }, t('account.says', plain(alert.description || alert.kind))),
    el('p', { class: 'soft' }, ago(alert.at)),
    el('div', { class: 'acts' }, act(t('account.seen'), 'tick', async ({ currentTarget }) => {
      currentTarget.disabled = true;
      await post(`accounts/${encodeURIComponent(id)}/alerts/${encodeURIComponent(alert.id)}/settle`).catch((problem) => around.tell(inSentence(problem), true));
      await around.again();
    })));
}
