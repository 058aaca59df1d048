import { $, el, toast } from './dom.js';
import { api } from './api.js';
import { t } from './i18n.js';

const LOOKS = { APPROVED: 'good', PENDING: 'wait', PAUSED: 'wait', IN_APPEAL: 'wait', FLAGGED: 'wait' };

let templates = [];
let account = null;

export async function loadTemplates(id) {
  account = id;
  templates = await api.templates(id);
}

/** Those that somebody has opened stay so. */
export function drawTemplates() {
  const open = new Set([...document.querySelectorAll('#templates details[open]')].map((one) => one.dataset.id));
  $('template-count').textContent = templates.length;
  $('no-templates').hidden = templates.length > 0;
  $('templates').replaceChildren(...templates.map((one) => el('li', {}, row(one, open.has(one.id)))));
}

function row(template, open) {
  const head = el('summary', {}, el('b', { title: template.name }, template.name), el('span.chip.' + (LOOKS[template.status] ?? 'bad'), {}, t('ts_' + template.status)),
    el('small', {}, [template.language, t('tc_' + template.category), template.correctCategory ? '→ ' + t('tc_' + template.correctCategory) : null,
      template.reason === 'NONE' ? null : template.reason, template.quality === 'UNKNOWN' ? null : t('q_' + template.quality)].filter(Boolean).join(' · ')));
  return el('details', { 'data-id': template.id, open }, head, el('p', {}, words(template)), el('div.acts', {}, ...acts(template)));
}

const words = ({ components }) => components.map((part) => part.text ?? (part.buttons ?? []).map((one) => `[${one.text ?? one.type}]`).join(' ')).filter(Boolean).join('\n');

function acts({ id, status, category }) {
  const act = (key, change) => el('button.arm', { type: 'button', onclick: () => tryTo(change) }, t(key));
  return [
    status !== 'APPROVED' && act('t_approve', () => api.decide(id, 'APPROVED')),
    status !== 'REJECTED' && act('t_reject', () => api.decide(id, 'REJECTED', 'INVALID_FORMAT')),
    status === 'APPROVED' && act('t_pause', () => api.decide(id, 'PAUSED')),
    status === 'APPROVED' && act('t_bad', () => api.rate(id, 'RED')),
    category === 'UTILITY' && act('t_marketing', () => api.categorise(id, 'MARKETING')),
    act('t_delete', () => api.deleteTemplate(id)),
  ].filter(Boolean);
}

async function tryTo(change) {
  try {
    await change();
    await loadTemplates(account);
    drawTemplates();
  } catch (e) {
    toast(e.message);
  }
}
