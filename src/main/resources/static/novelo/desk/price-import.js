// A new list of prices: taken as a whole or, with every line that is wrong, not at all.

import { sent } from '../api.js';
import { el } from '../dom.js';
import { t } from '../texts.js';
import { now } from '../time.js';
import { plain } from '../words.js';
import { Form } from './form.js';
import { table } from './table.js';

export function priceImport(around) {
  const file = el('input', { type: 'file', accept: '.csv,text/csv' });
  const told = el('div');
  const form = new Form([
    { name: 'file', kind: 'own', label: t('price.file'), hint: t('price.fileHint'), node: file },
    { name: 'from', kind: 'date', label: t('price.validFrom'), hint: t('price.validFromHint') },
  ], {
    values: { from: today() },
    label: t('price.import'),
    save: async ({ from }) => {
      told.replaceChildren();
      if (!file.files[0]) {
        form.wrong('file', t('form.must'));
        return;
      }
      try {
        await sent('PUT', `prices${from ? `?from=${from}` : ''}`, file.files[0], 'text/csv');
      } catch (problem) {
        if (problem.kind !== 'prices-refused') throw problem;
        told.replaceChildren(refused(problem.body));
        return;
      }
      await around.again();
      around.tell(t('price.taken'));
    },
  });
  return el('details', { class: 'import' }, el('summary', {}, t('price.import')), form.element, told);
}

/** As the field and the API write a day; Canada does too. */
const today = () => new Intl.DateTimeFormat('en-CA').format(now());

function refused({ errors }) {
  return el('div', { class: 'refused' }, el('p', { class: 'error', role: 'alert' }, t('price.refused')), table(t('price.refused'), [
    { label: t('price.line'), cell: ({ line }) => String(line) },
    { label: t('price.column'), cell: ({ column }) => plain(column) },
    { label: t('price.problem'), cell: ({ problem }) => plain(problem) },
  ], errors));
}
