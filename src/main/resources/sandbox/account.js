import { $, el, toast } from './dom.js';
import { api } from './api.js';
import { icon } from './icons.js';
import { knows, t } from './i18n.js';
import { drawTemplates, loadTemplates } from './templates.js';

const LIMITS = ['TIER_50', 'TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED'];
const QUALITIES = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'];
/** How long Meta looks at a template, ms; the longest leaves time to decide by hand. */
const REVIEWS = [0, 3_000, 30_000, 3_600_000];

const BANS = ['', 'SCHEDULE_FOR_DISABLE', 'DISABLE'];

let who;
let accounts = [];
let lines = [];
let tokens = [];
let standing = null;
let picked = null;

/** @param current tells whose phone is in use, and which number it writes to */
export function wireAccount(current) {
  who = current;
  $('account-pick').addEventListener('change', (event) => pick(event.target.value));
  on('funded', (box) => api.changeAccount(account().id, { funded: box.checked }));
  on('subscribed', (box) => api.changeAccount(account().id, { subscribed: box.checked }));
  on('ban', (choice) => api.ban(account().id, choice.value || 'REINSTATE'));
  on('review', (choice) => api.changeAccount(account().id, { reviewMillis: Number(choice.value) }));
  on('limit', (choice) => api.changeAccount(account().id, { messagingLimit: choice.value }));
  on('quality', (choice) => api.changeLine(numberOf().id, { quality: choice.value }));
  on('used', (field) => api.changeLine(numberOf().id, { used: Number(field.value) }));
  on('marketing', (box) => api.prefer(who.phone().number, who.line().id, box.checked ? 'resume' : 'stop'));
  on('block', (box) => api.block(who.phone().number, who.line().id, box.checked));
  $('revoke').addEventListener('click', () => act(() => api.revokeTokens(account().id)));
  $('issue').addEventListener('click', () => act(() => api.issueToken(account().id)));
  $('new-account').addEventListener('click', () => act(add));
}

function on(id, change) {
  $(id).addEventListener('change', (event) => act(() => change(event.target)));
}

async function act(change) {
  try {
    await change();
  } catch (e) {
    toast(e.message);
  }
  await Promise.all([loadAccount(), loadStance()]).catch(() => {});
}

/** An account with a number and a token: what somebody needs to tell the application of a second one. */
async function add() {
  const { id } = await api.addAccount();
  await api.addLine(id);
  await api.issueToken(id);
  picked = id;
  toast(t('accountAdded'));
}

async function pick(id) {
  picked = id;
  await loadAccount().catch(() => {});
}

const account = () => accounts.find((one) => one.id === picked) ?? accounts.find((one) => one.id === who.line().account) ?? accounts[0];

/** The number that the customer writes to, if it is the account's; else its first. */
function numberOf() {
  const own = lines.filter((one) => one.account === account().id);
  return own.find((one) => one.id === who.line().id) ?? own[0];
}

export async function loadAccount() {
  [accounts, lines] = await Promise.all([api.accounts(), api.lines()]);
  const number = numberOf();
  [tokens, standing] = await Promise.all([api.tokens(account().id), number ? api.standing(number.id) : null, loadTemplates(account().id)]);
  drawAccount();
}

export async function loadStance() {
  const [phone, line] = [who.phone(), who.line()];
  if (!phone) return;
  const { blocked, noMarketing } = await api.stance(phone.number, line.id);
  $('block').checked = blocked;
  $('marketing').checked = !noMarketing;
}

/** Everything whose words depend on the language. */
export function drawAccount() {
  if (!accounts.length) return;
  const shown = account();
  $('account-pick').replaceChildren(...accounts.map((one) => new Option(`${one.name} · ${one.id}`, one.id, false, one.id === shown.id)));
  $('account-pick').value = shown.id;
  $('funded').checked = shown.funded;
  $('subscribed').checked = shown.subscribed;
  fill('ban', BANS, shown.ban ?? '', (state) => t('ban_' + (state || 'none')));
  fill('limit', LIMITS, shown.messagingLimit, (limit) => t(limit));
  fill('quality', QUALITIES, standing?.health.quality ?? 'UNKNOWN', (quality) => t('q_' + quality));
  fill('review', [...new Set([...REVIEWS, shown.reviewMillis])].sort((a, b) => a - b), shown.reviewMillis, reviewed);
  $('quality').disabled = $('used').disabled = !standing;
  if (document.activeElement !== $('used')) $('used').value = standing?.used ?? '';
  state(shown);
  drawIds(shown);
  drawTemplates();
}

const reviewed = (millis) => (millis === 0 ? t('reviewAtOnce') : millis < 3_600_000 ? t('reviewSeconds', millis / 1000) : t('reviewByHand'));

function fill(id, values, chosen, name) {
  $(id).replaceChildren(...values.map((value) => new Option(name(value), value)));
  $(id).value = chosen;
}

/** What is wrong stands in the head, where it is seen while all is folded. */
function state(shown) {
  const revoked = tokens.length && tokens.every((token) => token.revoked);
  const wrong = shown.ban ? 'ban_' + shown.ban : revoked ? 'tokenRevoked' : !shown.subscribed ? 'unsubscribed' : !shown.funded ? 'unfunded' : null;
  $('account-state').hidden = !wrong;
  $('account-state').className = 'chip ' + (wrong === 'unfunded' || wrong === 'unsubscribed' ? 'wait' : 'bad');
  $('account-state').textContent = wrong && knows(wrong) ? t(wrong) : '';
}

function drawIds(shown) {
  const number = numberOf();
  const token = tokens.find((one) => !one.revoked);
  $('ids').replaceChildren(
    ...id(t('accountId'), shown.id),
    ...(number ? [...id(t('lineId'), number.id), ...id(t('lineNumber'), number.display)] : []),
    ...(token ? id(t('token'), token.value) : [el('dt', {}, t('token')), el('dd.gone', {}, t('tokenRevoked')), el('span')]));
}

function id(name, value) {
  const copy = el('button.round.small', { type: 'button', 'aria-label': `${t('copyOne')}: ${name}`, onclick: () => navigator.clipboard.writeText(value).then(() => toast(t('copiedWords', value)), () => toast(value)) }, icon('copy'));
  return [el('dt', {}, name), el('dd', { title: value }, value), copy];
}
