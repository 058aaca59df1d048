// A customer who has just said that he wants to be written to about offers: written down where that is noticed to be missing.

import { post } from './api.js';
import { el } from './dom.js';
import { inPlainWords } from './problems.js';
import { t } from './texts.js';

/** As long as the server takes it. */
const LONGEST = 500;

/**
 * @param customer id
 * @param why what is missing, in words
 * @param granted is called once it is written down
 */
export function consenting(customer, why, granted) {
  const wrong = el('span', { class: 'wrong', role: 'alert' });
  const proof = el('textarea', { id: 'proof', rows: '2', maxlength: String(LONGEST), dir: 'auto', 'aria-describedby': 'proof-hint', oninput: () => { wrong.textContent = ''; } });
  const save = el('button', { type: 'submit', class: 'solid' }, t('template.consent.save'));

  async function submit(event) {
    event.preventDefault();
    wrong.textContent = proof.value.trim() === '' ? t('consent.proofMust') : '';
    if (wrong.textContent) {
      proof.focus();
      return;
    }
    save.disabled = true;
    try {
      await post(`customers/${encodeURIComponent(customer)}/consents`, { purpose: 'MARKETING', state: 'GRANTED', source: 'AGENT', proof: proof.value.trim() });
      granted();
    } catch (problem) {
      wrong.textContent = t('write.notDone', inPlainWords(problem));
      save.disabled = false;
    }
  }

  return el('form', { novalidate: true, onsubmit: submit },
    el('div', { class: 'warned' }, why, ' ', t('template.consent.ask')),
    el('div', { class: 'field' }, el('label', { for: 'proof' }, t('consent.proof')), proof, el('small', { id: 'proof-hint' }, t('consent.proofHint')), wrong),
    el('div', { class: 'ends' }, save));
}
