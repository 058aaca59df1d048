// A template between the form, in which it is written, and the API.

import { sampleOf } from '../template.js';

const EMPTY = {
  name: '', language: 'pt_BR', category: 'UTILITY', header: 'NONE', headerText: '', body: '', footer: '', buttons: [], samples: {},
  securityRecommendation: true, expiresInMinutes: '10', codeButton: '',
};

/**
 * @param stored as `GET /templates/{id}` shows it, or null
 * @param anew whether it is the beginning of another one
 * @returns what the form shows
 */
export function draftOf(stored, anew) {
  if (!stored) return EMPTY;
  const { name, language, category, header, body, footer, buttons, variables } = stored;
  const examples = Object.fromEntries(variables.map((variable) => [variable.key, sampleOf(stored, variable)]));
  const code = category === 'AUTHENTICATION';
  return {
    ...EMPTY, name: anew ? '' : name, language, category, samples: examples,
    ...(code ? { codeButton: buttons[0]?.text ?? '' } : {
      header: header?.type ?? 'NONE', headerText: header?.text ?? '', body, footer: footer ?? '',
      buttons: buttons.map(({ type, text, value, key }) => ({ type, text, value: type === 'COPY_CODE' ? examples[key] : value ?? '', example: type === 'URL' && key ? examples[key] : '' })),
    }),
  };
}

/** @returns the body of `POST /templates` and `PUT /templates/{id}` */
export function wish(values, samples, buttons, media) {
  const { account, name, language, category } = values;
  return { account, name, language, category, ...(category === 'AUTHENTICATION' ? { authentication: code(values) } : words(values, samples, buttons, media)) };
}

/** WhatsApp writes these itself. */
function code({ securityRecommendation, expiresInMinutes, codeButton }) {
  return { securityRecommendation, expiresInMinutes: expiresInMinutes === '' ? undefined : Number(expiresInMinutes), button: codeButton || undefined };
}

function words({ header, headerText, body, footer }, samples, buttons, media) {
  const ofButtons = buttons.map(({ type, value, example }, place) => [`button.${place}`, type === 'COPY_CODE' ? value : example]).filter(([, example]) => example);
  return {
    body, footer: footer || undefined, examples: { ...samples, ...Object.fromEntries(ofButtons) },
    header: header === 'NONE' ? undefined : { type: header, text: header === 'TEXT' ? headerText : undefined, media },
    buttons: buttons.map(button),
  };
}

function button({ type, text, value }) {
  if (type === 'URL') return { type, text, value };
  return type === 'PHONE_NUMBER' ? { type, text, value: value.replace(/[^\d+]/g, '') } : { type, text: text || undefined };
}
