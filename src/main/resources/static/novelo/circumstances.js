// How a message came to be: passed on, brought by an advertisement, about a product.

import { el, icon } from './dom.js';
import { t } from './texts.js';
import { link, plain, rich, webAddress } from './words.js';

export function circumstancesOf({ circumstances, status }) {
  if (!circumstances) return [];
  const { forwarded, product, referral, group, held } = circumstances;
  return [
    forwarded && el('small', { class: 'forwarded' }, icon('forward'), t(forwarded === 'often' ? 'message.forwardedOften' : 'message.forwarded')),
    held && status === 'ACCEPTED' && el('small', { class: 'forwarded' }, icon('clock'), t('message.held')),
    group && el('small', { class: 'forwarded' }, icon('contact'), t('message.inGroup')),
    referral && advertisement(referral),
    product && el('div', { class: 'origin' }, el('small', {}, t('product.about')),
      el('span', { dir: 'auto' }, plain([product.id, product.catalog && t('product.catalog', product.catalog)].filter(Boolean).join(' · ')))),
  ].filter(Boolean);
}

function advertisement({ sourceType, sourceUrl, headline, body, welcome }) {
  return el('div', { class: 'origin' },
    el('small', {}, icon('horn'), t(sourceType === 'post' ? 'referral.post' : 'referral.ad')),
    headline && el('strong', { dir: 'auto' }, plain(headline)),
    body && el('span', { class: 'text', dir: 'auto' }, ...rich(body)),
    welcome && el('span', { class: 'text', dir: 'auto' }, t('referral.welcome'), ' ', el('q', {}, welcome)),
    sourceUrl && webAddress(sourceUrl) && link(sourceUrl, t('referral.open')));
}
