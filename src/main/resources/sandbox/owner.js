import { $, toast } from './dom.js';
import { api } from './api.js';
import { t } from './i18n.js';
import { now } from './time.js';

const DAY = 24 * 60 * 60 * 1000;

/** @param who tells whose phone is in use, and which number it writes to */
export function wireOwner(who) {
  $('owner').addEventListener('submit', (event) => {
    event.preventDefault();
    const body = $('owner-text').value.trim();
    if (!body) return;
    $('owner-text').value = '';
    act(() => api.ownerWrites(who.line().id, who.phone().number, { type: 'text', text: { body } }));
  });
  $('owner-history').addEventListener('click', () => act(async () => {
    const { messages } = await api.ownerBrings(who.line().id, [past(who.phone())]);
    toast(t('ownerBrought', messages));
  }));
  $('owner-contacts').addEventListener('click', () => act(async () => {
    const phones = await api.phones();
    await api.ownerKnows(who.line().id, phones.map((one) => ({ phone: one.number, fullName: one.name })));
    toast(t('ownerKnown', phones.length));
  }));
}

/** What this customer and the owner wrote to each other before there was Novelo. */
function past({ number, name }) {
  const lines = [['customer', 40, 'h1'], ['business', 40, 'h2'], ['customer', 39, 'h3'], ['business', 2, 'h4']];
  const messages = lines.map(([from, days, key], i) => ({ from, type: 'text', text: { body: t(key) }, at: new Date(now() - days * DAY + i * 60_000).toISOString() }));
  return { phone: number, name, messages };
}

async function act(change) {
  try {
    await change();
  } catch (e) {
    toast(e.message);
  }
}
