// A new access token of a business account. It goes one way only: no page ever shows it again.

import { put } from '../api.js';
import { el } from '../dom.js';
import { t } from '../texts.js';
import { Form } from './form.js';

export function tokenForm(around, { id, lines }) {
  const form = new Form([{
    name: 'token', kind: 'secret', label: t('token.field'), hint: t('token.hint'), must: true,
    rule: (value) => (/^[\x21-\x7e]{8,2000}$/.test(value) ? null : t('token.wrong')),
  }], {
    label: t('token.save'),
    save: async ({ token }) => {
      await put(`accounts/${encodeURIComponent(id)}/token`, { token });
      form.fill('token', '');
      await around.again();
      around.tell(t('token.saved'));
    },
  });
  const details = el('details', { class: 'below', open: around.query.do === 'token' }, el('summary', {}, t('token.new')), lines.length > 1 && el('p', { class: 'soft' }, t('token.for', lines.length)), form.element);
  if (around.query.do === 'token') requestAnimationFrame(() => form.focus('token'));
  return details;
}
