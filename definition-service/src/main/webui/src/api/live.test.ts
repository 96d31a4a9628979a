import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { backOff, subscribe, type LiveState } from './live';
import { session } from './session';

const PATH = `${window.location.origin}/api/executions/events`;
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  server.resetHandlers();
  session.end();
});
afterAll(() => server.close());

function stream(...parts: string[]) {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of [':open\n\n', ...parts]) controller.enqueue(encoder.encode(part));
    },
  });
  return new HttpResponse(body, { headers: { 'Content-Type': 'text/event-stream' } });
}

it('hands on each event, also one that arrives in pieces, and sends the token', async () => {
  let authorization: string | null = null;
  server.use(
    http.get(PATH, ({ request }) => {
      authorization = request.headers.get('Authorization');
      return stream('data: {"a":1}\n\nda', 'ta: {"a":2}\n\n');
    }),
  );
  session.begin('a-token');
  const events: unknown[] = [];
  const states: LiveState[] = [];

  const end = subscribe(
    PATH,
    (event) => events.push(event),
    (state) => states.push(state),
  );

  await vi.waitFor(() => expect(events).toEqual([{ a: 1 }, { a: 2 }]));
  expect(states).toEqual(['connecting', 'live']);
  expect(authorization).toBe('Bearer a-token');
  end();
});

it('is live only once the stream says that it is open', async () => {
  let open: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(':another comment\n\n'));
      open = () => controller.enqueue(new TextEncoder().encode(':open\n\n'));
    },
  });
  let answered = false;
  server.use(
    http.get(PATH, () => {
      answered = true;
      return new HttpResponse(body, { headers: { 'Content-Type': 'text/event-stream' } });
    }),
  );
  const states: LiveState[] = [];

  const end = subscribe(
    PATH,
    () => undefined,
    (state) => states.push(state),
  );
  await vi.waitFor(() => expect(answered).toBe(true));
  expect(states).toEqual(['connecting']);
  open();

  await vi.waitFor(() => expect(states).toEqual(['connecting', 'live']));
  end();
});

it('waits for no other page that follows the same events', async () => {
  let cache: RequestCache | undefined;
  server.use(
    http.get(PATH, ({ request }) => {
      cache = request.cache;
      return stream();
    }),
  );

  const end = subscribe(
    PATH,
    () => undefined,
    () => undefined,
  );

  await vi.waitFor(() => expect(cache).toBe('no-store'));
  end();
});

it('connects again after the connection broke', async () => {
  let calls = 0;
  server.use(http.get(PATH, () => (++calls === 1 ? HttpResponse.error() : stream('data: 1\n\n'))));
  const events: unknown[] = [];

  const end = subscribe(
    PATH,
    (event) => events.push(event),
    () => undefined,
  );

  await vi.waitFor(() => expect(events).toEqual([1]), { timeout: 3_000 });
  expect(calls).toBe(2);
  end();
});

it('falls back to polling when it is refused for good', async () => {
  let calls = 0;
  server.use(
    http.get(PATH, () => {
      calls += 1;
      return new HttpResponse(null, { status: 403 });
    }),
  );
  const states: LiveState[] = [];

  const end = subscribe(
    PATH,
    () => undefined,
    (state) => states.push(state),
  );

  await vi.waitFor(() => expect(states.at(-1)).toBe('polling'));
  expect(calls).toBe(1);
  end();
});

it('tells nothing after it was ended', async () => {
  server.use(http.get(PATH, () => stream('data: 1\n\n')));
  const ended: unknown[] = [];
  const kept: unknown[] = [];
  const endFirst = subscribe(
    PATH,
    (event) => ended.push(event),
    () => undefined,
  );
  endFirst();

  const endSecond = subscribe(
    PATH,
    (event) => kept.push(event),
    () => undefined,
  );

  await vi.waitFor(() => expect(kept).toEqual([1]));
  expect(ended).toEqual([]);
  endSecond();
});

it('waits longer after each failure, up to a bound', () => {
  const waits = [1, 2, 3, 20].map((failures) => backOff(failures, () => 1));

  expect(waits).toEqual([500, 1_000, 2_000, 15_000]);
  expect(backOff(20, () => 0)).toBe(7_500);
});
