import { $, el } from './dom.js';
import { t } from './i18n.js';
import { dayKey, dayName } from './time.js';
import { bubble, failure, note, typingRow } from './bubble.js';
import { isNote } from './content.js';

/** Messages about another message: they change it instead of standing in the chat. */
const ABOUT = new Set(['reaction', 'edit', 'revoke']);

const NEAR_END = 80; // pixels
const TYPING_MILLIS = 25_000; // WhatsApp's own limit

/** The messages of one phone on the screen. Rows are kept while nothing about them changes. */
export class Chat {
  #rows = new Map(); // id → {node, print}
  #messages = [];
  #waiting = [];
  #unseen = 0;
  #typing = null;
  #act;
  #log = $('chat');

  constructor(act) {
    this.#act = act;
    this.#log.addEventListener('scroll', () => this.#isAtEnd() && this.#seen());
    $('to-end').addEventListener('click', () => this.toEnd(true));
    new ResizeObserver(() => this.#stick && this.toEnd()).observe(this.#log);
  }

  #stick = true;

  clear() {
    this.#rows.clear();
    this.#messages = [];
    this.#waiting = [];
    this.stopTyping();
    this.#log.replaceChildren();
    this.#stick = true;
    this.#seen();
  }

  get messages() {
    return this.#messages;
  }

  isEmpty() {
    return !this.#messages.length && !this.#waiting.length;
  }

  /** Shows what was just written before the server knows it. */
  addWaiting(message) {
    this.#waiting.push(message);
    this.#draw();
    this.toEnd();
  }

  dropWaiting(message) {
    this.#waiting = this.#waiting.filter((one) => one !== message);
  }

  show(messages) {
    const atEnd = this.#isAtEnd() || !this.#messages.length;
    const known = new Set(this.#messages.map((m) => m.id));
    const fresh = messages.filter((m) => !known.has(m.id) && m.direction === 'OUT' && m.status !== 'failed');
    if (fresh.length) this.stopTyping();
    for (const message of messages.filter((m) => !known.has(m.id) && m.direction === 'IN')) this.#arrived(message);
    this.#messages = messages;
    this.#draw();
    if (atEnd) this.toEnd();
    else if (fresh.length && known.size) this.#count(fresh.length);
  }

  /** The server's copy may be heard of before its answer to whoever wrote: it takes the place of the one that waits. */
  #arrived({ type, text }) {
    this.dropWaiting(this.#waiting.find((one) => one.type === type && (type !== 'text' || one.text === text)));
  }

  redraw() {
    const atEnd = this.#isAtEnd();
    this.#rows.clear();
    this.#draw();
    if (atEnd) this.toEnd();
  }

  /** @return the newest message of the company that stands in the chat */
  newestOfCompany() {
    return this.#messages.findLast((m) => m.direction === 'OUT' && m.status !== 'failed' && m.type !== 'reaction');
  }

  startTyping() {
    clearTimeout(this.#typing?.timer);
    const node = this.#typing?.node ?? typingRow();
    this.#typing = { node, timer: setTimeout(() => this.stopTyping(), TYPING_MILLIS) };
    const atEnd = this.#isAtEnd();
    this.#log.append(node);
    if (atEnd) this.toEnd();
    this.#act.typing(true);
  }

  stopTyping() {
    clearTimeout(this.#typing?.timer);
    this.#typing?.node.remove();
    this.#typing = null;
    this.#act.typing(false);
  }

  reveal(id) {
    const row = this.#rows.get(id)?.node;
    row?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    row?.classList.remove('flash');
    requestAnimationFrame(() => row?.classList.add('flash'));
  }

  toEnd(smooth = false) {
    this.#stick = true;
    this.#log.scrollTo({ top: this.#log.scrollHeight, behavior: smooth ? 'smooth' : 'instant' });
    this.#seen();
  }

  #draw() {
    const all = [...this.#messages, ...this.#waiting];
    const byId = new Map(all.map((m) => [m.id, m]));
    const reactions = reactionsIn(all);
    const answers = answersIn(all);
    const changes = changesIn(all);
    const nodes = [el('div.note', {}, t('intro'))];
    let day = '';
    let side = '';
    for (const message of all.filter((m) => !ABOUT.has(m.type))) {
      const key = dayKey(new Date(message.at));
      if (key !== day) {
        nodes.push(el('div.day', {}, dayName(new Date(message.at))));
        side = '';
      }
      const context = {
        first: message.direction !== side,
        quoted: byId.get(message.message.context?.id),
        reactions: [...(reactions.get(message.id)?.values() ?? [])],
        answered: answers.get(message.id),
        edit: changes.edits.get(message.id),
        revoked: changes.revoked.has(message.id),
      };
      nodes.push(this.#row(message, context));
      day = key;
      side = message.status === 'failed' || isNote(message) ? '' : message.direction;
    }
    if (this.#typing) nodes.push(this.#typing.node);
    this.#place(nodes);
  }

  #row(message, context) {
    const print = JSON.stringify([message.status, context.first, context.quoted?.id, context.reactions, context.answered, context.edit, context.revoked]);
    const known = this.#rows.get(message.id);
    if (known?.print === print) return known.node;
    const node = this.#drawn(message, context);
    if (known) node.classList.add('still'); // changed, not new: no entrance
    this.#rows.set(message.id, { node, print });
    return node;
  }

  #drawn(message, context) {
    if (message.status === 'failed') return failure(message);
    return isNote(message) ? note(message) : bubble(message, context, this.#act);
  }

  /** What a message says now, and whether it was deleted. */
  changesOf(id) {
    const { edits, revoked } = changesIn(this.#messages);
    return { edit: edits.get(id), revoked: revoked.has(id) };
  }

  /** Touches only what differs, so that focus, selection and reading aloud are not disturbed. */
  #place(nodes) {
    const log = this.#log;
    nodes.forEach((node, i) => {
      const there = log.children[i];
      if (there === node || (there && there.isEqualNode(node) && !this.#isRow(node))) return;
      if (there && !nodes.includes(there)) there.replaceWith(node);
      else log.insertBefore(node, there ?? null);
    });
    while (log.children.length > nodes.length) log.lastChild.remove();
  }

  #isRow(node) {
    return Boolean(node.dataset.id);
  }

  #isAtEnd() {
    this.#stick = this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < NEAR_END;
    $('to-end').hidden = this.#stick;
    return this.#stick;
  }

  #count(more) {
    this.#unseen += more;
    $('to-end-count').textContent = this.#unseen;
    $('to-end').hidden = false;
  }

  #seen() {
    this.#unseen = 0;
    $('to-end-count').textContent = '';
    $('to-end').hidden = true;
  }
}

/** Message id → who → emoji; a later reaction of the same side replaces, an empty one removes. */
function reactionsIn(messages) {
  const found = new Map();
  for (const { direction, message, status } of messages.filter((m) => m.type === 'reaction')) {
    if (status === 'failed') continue;
    const { message_id: target, emoji } = message.reaction;
    if (!found.has(target)) found.set(target, new Map());
    if (emoji) found.get(target).set(direction, emoji);
    else found.get(target).delete(direction);
  }
  return found;
}

/** Message id → its newest edit; ids of those that were deleted. */
function changesIn(messages) {
  const edits = new Map();
  const revoked = new Set();
  for (const { type, message } of messages) {
    if (type === 'edit') edits.set(message.edit.original_message_id, message.edit.message);
    if (type === 'revoke') revoked.add(message.revoke.original_message_id);
  }
  return { edits, revoked };
}

/** Message id → id of the button or row that the customer chose. */
function answersIn(messages) {
  const found = new Map();
  for (const { direction, type, message } of messages) {
    if (direction !== 'IN' || !message.context?.id) continue;
    if (type === 'interactive') found.set(message.context.id, message.interactive[message.interactive.type]?.id ?? '');
    if (type === 'location') found.set(message.context.id, '');
    if (type === 'button') found.set(message.context.id, message.button.payload);
  }
  return found;
}
