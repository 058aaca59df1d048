// What is told of a file that is offered: what it costs, in the lead's currency, and until when that holds. Neither is needed.

import { inSentence } from '../desk/told.js';
import { el } from '../dom.js';
import { locale, t } from '../texts.js';
import { plain } from '../words.js';
import { amountOf, wrongAmount } from './amount.js';
import { refusal } from './says.js';

let forms = 0;

/** How it looks, wherever it stands. */
export const css = `
  .terms { display: grid; gap: 6px; max-width: 420px; }
  .terms .asked { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 6px 10px; align-items: end; }
  .terms label { display: grid; gap: 2px; font-size: 12.5px; color: var(--soft); min-width: 0; }
  .terms .of { grid-column: 1 / -1; }
  .terms :is(input, select) { font: inherit !important; font-size: 14px !important; color: var(--ink) !important; background: #fff; border: 1px solid #9aa5ae; border-radius: 6px; padding: 4px 8px !important; min-height: 32px !important; width: 100%; min-width: 0; }
  .terms .does { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; } .terms .does button { padding: 4px 12px; border-radius: 6px; font-size: 13px; line-height: 20px; }
  .terms [role=alert] { color: var(--bad); font-size: 12.5px; margin: 0; } .terms [role=alert]:empty { display: none; }
  .terms [aria-invalid=true] { border-color: var(--bad); }
`;

/**
 * @param about `{leads, draft, save(draft, terms), cancel}`: leads as `{number, product, currency}`, the first one meant unless the
 *     reader says another; `draft` is `{lead, value, validUntil, held}`, kept as it is typed; `save` throws what the server refuses
 * @returns a form
 */
export function termsForm({ leads, draft, save, cancel }) {
  forms += 1;
  const wrong = el('p', { role: 'alert', id: `terms-${forms}` });
  const keep = ({ target }) => { draft[target.name] = target.value; };
  const currency = el('span');
  const value = el('input', { name: 'value', type: 'text', inputmode: 'decimal', autocomplete: 'off', 'aria-describedby': wrong.id, oninput: (event) => {
    keep(event);
    say(null);
  } });
  const until = el('input', { name: 'validUntil', type: 'date', oninput: keep });
  const lead = el('select', { name: 'lead', onchange: (event) => {
    keep(event);
    showCurrency();
  } }, ...leads.map(({ number, product }) => el('option', { value: number }, [number, plain(product)].filter(Boolean).join(' · '))));
  const send = el('button', { type: 'submit', class: 'solid' }, t('proposal.save'));
  const form = el('form', { class: 'terms', novalidate: true, 'aria-label': t('proposal.register'), onsubmit: submit, onkeydown: keys },
    el('div', { class: 'asked' }, leads.length > 1 && el('label', { class: 'of' }, t('proposal.of'), lead),
      el('label', {}, currency, value), el('label', {}, t('proposal.validUntil'), until)),
    wrong, el('div', { class: 'does' }, send, el('button', { type: 'button', class: 'plain', onclick: cancel }, t('dialog.cancel'))));

  draft.lead ??= leads[0].number;
  lead.value = draft.lead;
  value.value = draft.value ?? '';
  until.value = draft.validUntil ?? '';
  showCurrency();

  function showCurrency() {
    currency.textContent = t('proposal.value', leads.find(({ number }) => number === draft.lead)?.currency ?? leads[0].currency);
  }

  /** @param ofValue whether it is the value that is wrong */
  function say(words, ofValue = false) {
    wrong.textContent = words ?? '';
    value.setAttribute('aria-invalid', String(ofValue && Boolean(words)));
  }

  /** Letters are words here, and no commands to what stands around. */
  function keys(event) {
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    cancel();
  }

  async function submit(event) {
    event.preventDefault();
    if (send.disabled) return;
    const typed = value.value.trim();
    say(wrongAmount(typed), true);
    if (wrongAmount(typed)) {
      value.focus();
      return;
    }
    send.disabled = true;
    try {
      await save(draft.lead, { value: typed ? amountOf(typed) : null, validUntil: until.value || null });
    } catch (problem) {
      const field = problem.kind === 'bad-request' ? problem.body?.field : null;
      say(field === 'file' ? t('proposal.refused') : problem.kind === 'move-refused' ? refusal(problem) : inSentence(problem), field === 'value');
    } finally {
      send.disabled = false;
    }
  }

  return form;
}

/** A day without a time, as the reader writes it. */
export function until(day) {
  const [year, month, date] = day.split('-').map(Number);
  return t('proposal.until', new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(year, month - 1, date)));
}
