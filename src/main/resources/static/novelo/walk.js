// Going through the messages by keys: arrows move, R answers, E reacts, P makes a document a proposal.

const STEPS = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity };
const DOINGS = { r: 'reply', e: 'react', p: 'propose' };

/**
 * @param list element whose `.message` children are walked through
 * @param act `(what, id)`: hears what a key asks for
 */
export function walkable(list, act) {
  list.addEventListener('focusin', ({ target }) => {
    const message = target.closest('.message');
    if (message) stopAt(list, message);
  });
  list.addEventListener('keydown', (event) => {
    const message = event.target.closest('.message');
    if (!message || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target !== message) {
      if (event.key === 'Escape') message.focus();
      return;
    }
    const doing = DOINGS[event.key.toLowerCase()];
    if (doing) act(doing, message.dataset.id);
    else if (event.key in STEPS) go(list, message, STEPS[event.key]);
    else return;
    event.preventDefault();
  });
}

/** From the list as a whole an arrow leads to the message that one was at, or the last. */
export function enter(list, event) {
  const message = list.querySelector('.message[tabindex="0"]');
  if (!message || !(event.key in STEPS)) return;
  event.preventDefault();
  go(list, message, event.key.startsWith('Arrow') ? 0 : STEPS[event.key]);
}

function go(list, from, step) {
  const all = [...list.querySelectorAll('.message')];
  const to = all[Math.min(all.length - 1, Math.max(0, all.indexOf(from) + step))];
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: 'nearest' });
}

/** One stop for Tab in the whole list: the last message, until another one was walked to. */
export function stopAt(list, message) {
  for (const other of list.querySelectorAll('.message[tabindex="0"]')) if (other !== message) other.tabIndex = -1;
  if (message) message.tabIndex = 0;
}
