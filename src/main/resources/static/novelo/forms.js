// Forms of what can be offered to a customer: their fields with WhatsApp's limits, and the message that they make.

import { t } from './texts.js';
import { webAddress } from './words.js';

const BUTTONS = [0, 1, 2];
const ROWS = [...Array(10).keys()];

const body = (most = 1024) => ({ name: 'text', most, lines: 3, must: true });
/** Instead of the words above. */
const FILE = { name: 'file', file: true };

const MARGINS = [{ name: 'header', most: 60 }, { name: 'footer', most: 60 }];

/** `fields`: `{name, most, must, lines, group, file}`, lengths in code points; `group` fields are a row that may be added. */
export const FORMS = {
  buttons: {
    fields: [MARGINS[0], FILE, body(), ...BUTTONS.map((n) => ({ name: `title.${n}`, label: 'title', most: 20, must: n === 0, group: n })), MARGINS[1]],
    make: (v) => ({ kind: 'interactive', text: v.text, content: { type: 'buttons', ...margins(v), buttons: filled(BUTTONS, v).map((n) => ({ id: `button-${n + 1}`, title: v[`title.${n}`] })) } }),
  },
  menu: {
    fields: [MARGINS[0], body(4096), { name: 'button', most: 20, must: true }, { name: 'section', most: 24 },
      ...ROWS.flatMap((n) => [{ name: `title.${n}`, label: 'row', most: 24, must: n === 0, group: n }, { name: `description.${n}`, label: 'description', most: 72, group: n }]), MARGINS[1]],
    make: (v) => ({ kind: 'interactive', text: v.text, content: { type: 'menu', ...margins(v), button: v.button,
      sections: [{ title: v.section || undefined, rows: filled(ROWS, v).map((n) => ({ id: `row-${n + 1}`, title: v[`title.${n}`], description: v[`description.${n}`] || undefined })) }] } }),
  },
  link: {
    fields: [MARGINS[0], FILE, body(), { name: 'button', most: 20, must: true }, { name: 'url', most: 2000, must: true, type: 'url' }, MARGINS[1]],
    make: (v) => ({ kind: 'interactive', text: v.text, content: { type: 'link', ...margins(v), button: v.button, url: v.url } }),
  },
  location_request: {
    fields: [body()],
    make: (v) => ({ kind: 'interactive', text: v.text, content: { type: 'location_request' } }),
  },
  contact_request: {
    fields: [body()],
    make: (v) => ({ kind: 'interactive', text: v.text, content: { type: 'contact_request' } }),
  },
  location: {
    remembered: true,
    fields: [{ name: 'name', most: 1000 }, { name: 'address', most: 1000 }, { name: 'latitude', must: true, type: 'number', most: 24 }, { name: 'longitude', must: true, type: 'number', most: 24 }],
    make: (v) => ({ kind: 'location', content: { latitude: degrees(v.latitude), longitude: degrees(v.longitude), name: v.name || undefined, address: v.address || undefined } }),
  },
  contacts: {
    fields: [{ name: 'firstName', most: 200, must: true }, { name: 'lastName', most: 200 }, { name: 'organization', most: 200 }, { name: 'phone', most: 40, must: true, type: 'tel' }, { name: 'email', most: 254, type: 'email' }],
    make: (v) => ({ kind: 'contacts', content: { requested: false, cards: [card(v)] } }),
  },
};

function margins({ header, footer, file }) {
  const above = file ? { media: file.media.id } : { text: header };
  return { header: file || header ? above : undefined, footer: footer || undefined };
}

function filled(places, values) {
  return places.filter((n) => values[`title.${n}`]);
}

function card({ firstName, lastName, organization, phone, email }) {
  return {
    name: [firstName, lastName].filter(Boolean).join(' '), firstName, lastName: lastName || undefined, organization: organization || undefined,
    phones: [{ number: phone, channelId: wholeNumber(phone), label: 'WORK' }], emails: email ? [{ value: email, label: 'WORK' }] : [], addresses: [], urls: [],
  };
}

/** Only with its country code can WhatsApp offer to write to it. */
function wholeNumber(phone) {
  return phone.startsWith('+') ? phone.replace(/\D/g, '') : undefined;
}

export function degrees(written) {
  return Number(String(written).replace(',', '.'));
}

/** @returns why a value does not do, or null */
export function wrong({ name, most, must, type, label }, value, all) {
  if (value === '') return must ? t('form.must') : null;
  if ([...value].length > most) return t('write.tooLong', [...value].length - most);
  if (type === 'url' && !webAddress(value)) return t('form.url');
  if (name === 'latitude' && !(Math.abs(degrees(value)) <= 90)) return t('form.degrees', 90);
  if (name === 'longitude' && !(Math.abs(degrees(value)) <= 180)) return t('form.degrees', 180);
  if (label === 'title' && Object.entries(all).some(([other, same]) => other !== name && other.startsWith('title.') && same === value)) return t('form.twice');
  return null;
}
