import { createParser } from 'eventsource-parser';
import { session } from './session';

/**
 * How one hears of changes: `connecting` until the stream is open, `live` while events arrive by themselves, `polling` when the
 * connection cannot be had: whoever subscribed then asks again by itself, until it is `live` again.
 */
export type LiveState = 'connecting' | 'live' | 'polling';

/** Failures in a row after which one no longer counts on being told. */
const PATIENCE = 3;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
/** A connection that held this long was a good one: the next begins without delay. */
const HELD = 10_000;

/** The wait before the next attempt, in ms: doubled each time, and spread so that a restart is not stormed. */
export function backOff(failures: number, random: () => number = Math.random): number {
  const most = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, failures - 1));
  return most / 2 + (most / 2) * random();
}

/** Refusals that asking again does not change: not signed in, not allowed, nothing there. */
function isFinal(status: number): boolean {
  return status === 401 || status === 403 || status === 404;
}

/** The comment with which a stream says that from now on every event is told; the answer begins before. */
const OPEN = 'open';

class Refused extends Error {}

async function read(path: string, signal: AbortSignal, onOpen: () => void, onData: (data: string) => void) {
  const token = session.token();
  const response = await fetch(path, {
    headers: { Accept: 'text/event-stream', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    // A browser lets one request at a time fill its cache: a second page would wait for the end of the first one's stream.
    cache: 'no-store',
    signal,
  });
  if (response.status === 401) session.end();
  if (isFinal(response.status)) throw new Refused();
  if (!response.ok || !response.body) throw new Error(`Expected a stream of events, but got ${response.status}`);
  const parser = createParser({
    onComment: (comment) => comment === OPEN && onOpen(),
    onEvent: (event) => onData(event.data),
  });
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parser.feed(decoder.decode(part.value, { stream: true }));
  }
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * Listens to server-sent events with the user's token, which the browser's own EventSource cannot send. What happened while nobody
 * was connected is not told afterwards: read the resource anew whenever the state becomes `live`.
 *
 * @param onEvent the event's data, parsed as JSON
 * @returns ends the subscription
 */
export function subscribe(
  path: string,
  onEvent: (event: unknown) => void,
  onState: (state: LiveState) => void,
): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const tell = (state: LiveState) => {
    if (!signal.aborted) onState(state);
  };
  const deliver = (data: string) => {
    if (!signal.aborted) onEvent(JSON.parse(data));
  };

  const attempt = async (): Promise<'held' | 'failed' | 'refused'> => {
    const begin = Date.now();
    try {
      await read(path, signal, () => tell('live'), deliver);
    } catch (error) {
      if (error instanceof Refused) return 'refused';
    }
    return Date.now() - begin > HELD ? 'held' : 'failed';
  };

  const follow = async () => {
    let failures = 0;
    while (!signal.aborted) {
      const how = await attempt();
      if (how === 'refused') break;
      failures = how === 'held' ? 1 : failures + 1;
      tell(failures >= PATIENCE ? 'polling' : 'connecting');
      await wait(backOff(failures), signal);
    }
    tell('polling');
  };

  tell('connecting');
  void follow();
  return () => controller.abort();
}
