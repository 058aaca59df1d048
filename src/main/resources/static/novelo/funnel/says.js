// What the board and its parts say of a lead.

import { money } from '../numbers.js';
import { inSentence } from '../desk/told.js';
import { has, named, t } from '../texts.js';
import { plain } from '../words.js';

export const STAGES = ['new', 'contacted', 'qualified', 'opportunity', 'proposal', 'nurturing', 'won', 'lost'];

export const isOver = ({ stage }) => stage === 'won' || stage === 'lost';

export const stageName = (stage) => named('lead.stage', stage);

export const nameOf = ({ customerName, number }) => plain(customerName) || number;

export const worth = ({ value, currency }) => (value === null || value === undefined ? null : money(value, currency));

/** Whole days; the first is none yet. */
export const daysIn = (days) => (days < 1 ? t('lead.today') : t(days === 1 ? 'lead.day' : 'lead.days', days));

/** Why it was refused, in the reader's words. */
export function refusal(problem) {
  const key = `lead.refused.${problem.body?.why}`;
  return problem.kind === 'move-refused' && has(key) ? t(key) : inSentence(problem);
}
