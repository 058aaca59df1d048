// What happens, as it happens. A browser opens only six connections to a server, so of all open tabs one holds the stream
// and tells the others.

const ADDRESS = new URL('../api/v1/events', import.meta.url);
const TYPES = [
  'message.received', 'message.queued', 'message.status', 'message.delayed',
  'message.echoed', 'message.changed', 'message.failed', 'message.media',
  'conversation.opened', 'conversation.queued', 'conversation.case-attached', 'conversation.speaker-changed',
  'conversation.resolved', 'conversation.consent-changed', 'task.created', 'task.assigned', 'task.ended', 'case.opened', 'lead.stageReached', 'case.assigned', 'case.moved', 'case.changed', 'case.closed', 'notice.created', 'service-level.changed', 'sla.warning', 'sla.breached',
  'line.stopped', 'line.resumed', 'line.changed', 'line.allowance', 'template.changed', 'text.changed',
  'presence.changed', 'agent.changed', 'queue.changed', 'skill.changed', 'calendar.changed', 'work.misrouted', 'work.taken-back', 'customer.consent-changed', 'customer.added', 'customer.merged', 'import.ready', 'import.ended',
];

/** After the server refused the stream; a mere interruption is mended by the browser itself. */
const AGAIN_MILLIS = 5_000;

const listeners = new Set();
const channel = new BroadcastChannel('novelo-live');
let stop;

channel.onmessage = ({ data }) => tell(data);

function tell(event) {
  for (const listener of [...listeners]) listener(event);
}

function everywhere(event) {
  tell(event);
  channel.postMessage(event);
}

/** Ends with the signal. @param say who hears of it: every tab, or this one only */
function hold(signal, say) {
  return new Promise((resolve) => {
    let source;
    let timer;
    const open = () => {
      source = new EventSource(ADDRESS);
      source.onopen = () => say({ type: 'live.open' });
      source.onerror = () => {
        say({ type: 'live.lost' });
        if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN_MILLIS);
      };
      for (const type of TYPES) source.addEventListener(type, (event) => say(JSON.parse(event.data)));
    };
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      source.close();
      resolve();
    });
    open();
  });
}

function start() {
  const end = new AbortController();
  stop = () => end.abort();
  if (navigator.locks) {
    navigator.locks.request('novelo-live', { signal: end.signal }, () => hold(end.signal, everywhere)).catch(() => {});
  } else {
    hold(end.signal, tell); // neither https nor localhost: each tab has its own stream
  }
}

/**
 * Calls `listener` with every event that the reader may see, `{type, at, conversation?, message?, task?, case?, queue?}`,
 * and with `live.open` (anything may have been missed before) and `live.lost`.
 *
 * @returns how to stop
 */
export function onEvent(listener) {
  listeners.add(listener);
  if (listeners.size === 1) start();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stop();
  };
}

/**
 * Calls `act` once, `millis` after the first of the events of these types that come together.
 *
 * @returns how to stop
 */
export function onNews(types, millis, act) {
  let resting;
  const leave = onEvent(({ type }) => {
    if (!types.includes(type)) return;
    resting ??= setTimeout(() => {
      resting = undefined;
      act();
    }, millis);
  });
  return () => {
    leave();
    clearTimeout(resting);
  };
}
