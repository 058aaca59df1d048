// A card that is moved: a message to its process, which may refuse it. What the stage needs is asked for first.

import { post } from '../api.js';
import { Form } from '../desk/form.js';
import { el } from '../dom.js';
import { named, t } from '../texts.js';
import { now } from '../time.js';
import { amountOf, written, wrongAmount } from './amount.js';
import { nameOf, refusal, stageName } from './says.js';

const DAY_MILLIS = 86_400_000;

/** As the server takes it; characters. */
const LONGEST_NOTE = 2000;
const LONGEST_NAME = 200;

/** Of a day on which a lead is taken up again: when people begin to work. */
const MORNING = 'T09:00';

const note = () => ({ name: 'note', label: t('lead.note'), kind: 'area', lines: 2, most: LONGEST_NOTE });

const price = ({ currencies }, must) => [
  { name: 'value', label: t('lead.value'), kind: 'number', must, rule: wrongAmount },
  { name: 'currency', label: t('lead.currency'), kind: 'choice', options: currencies.map((value) => ({ value, label: value })) },
];

const worth = ({ value, currency }, { currency: usual }) => ({ value: written(value), currency: currency ?? usual });
const toldWorth = ({ value, currency, note: words }) => ({ value: amountOf(value), currency, note: words || null });

/** What each stage needs to know; the others need nothing. `late`: asked for only if the process misses it. */
const NEEDS = {
  proposal: { late: true, fields: (choices) => [...price(choices, true), note()], values: worth, told: toldWorth },
  won: { fields: (choices) => [...price(choices, true), note()], values: worth, told: toldWorth },
  lost: {
    fields: ({ lostReasons }) => [
      { name: 'reason', label: t('lead.lostReason'), kind: 'choice', must: true, options: [{ value: '', label: t('lead.choose') }, ...lostReasons.map((value) => ({ value, label: named('lead.lost', value) }))] },
      { name: 'competitor', label: t('lead.lostTo'), most: LONGEST_NAME, only: ({ reason }) => reason === 'competitor' || reason === 'price' },
      note(),
    ],
    values: () => ({}),
    told: ({ reason, competitor, note: words }) => ({ reason, competitor: competitor || null, note: words || null }),
  },
  nurturing: {
    fields: () => [{ name: 'until', label: t('lead.until'), kind: 'date', must: true, rule: (day) => (Date.parse(day + MORNING) > now() ? null : t('lead.untilWrong')) }, note()],
    values: () => ({ until: new Date(now() + 30 * DAY_MILLIS).toISOString().slice(0, 10) }),
    told: ({ until, note: words }) => ({ until: new Date(until + MORNING).toISOString(), note: words || null }),
  },
};

/**
 * @param around `{root, choices, moving(item, stage), moved(item), back(item, words)}`: it is on its way, has arrived, or
 *     stays where it was and why, if there is more to say than that the reader did not want it after all
 */
export async function move(item, stage, around) {
  if (item.stage === stage) return;
  around.moving(item, stage);
  const needs = NEEDS[stage];
  if (needs && !needs.late) {
    ask(item, stage, around);
    return;
  }
  try {
    around.moved(await send(item, stage, {}));
  } catch (problem) {
    if (needs && problem.body?.why === 'valueMissing') ask(item, stage, around);
    else around.back(item, refusal(problem));
  }
}

const send = ({ number }, stage, told) => post(`leads/${encodeURIComponent(number)}/move`, { stage, ...told });

function ask(item, stage, { root, choices, moved, back }) {
  const { fields, values, told } = NEEDS[stage];
  let refused = null;
  let done = false;
  const box = el('dialog', { class: 'ask', 'aria-labelledby': 'moving', onclose: () => {
    box.remove();
    if (!done) back(item, refused);
  } });
  const form = new Form(fields(choices), { values: values(item, choices), label: t(`lead.go.${stage}`), cancel: () => box.close(), save: async (filled) => {
    try {
      const after = await send(item, stage, told(filled));
      done = true;
      box.close();
      moved(after);
    } catch (problem) {
      if (problem.kind !== 'move-refused') throw problem;
      refused = refusal(problem);
      box.close();
    }
  } });
  box.append(el('h2', { id: 'moving' }, t('lead.moveTo', stageName(stage))), el('p', { class: 'hint', dir: 'auto' }, `${nameOf(item)} · ${item.number}`), form.element);
  root.append(box);
  box.showModal();
  form.focus();
}
