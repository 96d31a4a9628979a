import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { Problem } from '@/api/problem';
import { aSummary } from '../testing';
import { countExecutions, frozen, steerFiltered, steerSelected } from './bulk';

const at = (path: string) => `${window.location.origin}/api/executions${path}`;
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const refusal = (status: number) => HttpResponse.json({ code: 'already_ended', detail: 'It has ended' }, { status });

it('counts page by page', async () => {
  server.use(
    http.get(at(''), ({ request }) => {
      const cursor = new URL(request.url).searchParams.get('cursor');
      const items = Array.from({ length: cursor ? 3 : 200 }, (_, i) => aSummary({ id: String(i) }));
      return HttpResponse.json({ items, nextCursor: cursor ? null : 'next' });
    }),
  );

  await expect(countExecutions({ text: 'x' })).resolves.toEqual({ number: 203, more: false });
});

it('ends counting at a bound, and says so', async () => {
  server.use(
    http.get(at(''), () =>
      HttpResponse.json({ items: Array.from({ length: 200 }, () => aSummary()), nextCursor: 'next' }),
    ),
  );

  await expect(countExecutions({})).resolves.toEqual({ number: 2_000, more: true });
});

it('steers each that is selected; a refusal of one does not keep the others', async () => {
  server.use(
    http.post(at('/:id/cancel'), ({ params }) =>
      params['id'] === 'e2' ? refusal(409) : HttpResponse.json({}, { status: 202 }),
    ),
  );

  await expect(steerSelected('cancel', ['e1', 'e2', 'e3'])).resolves.toEqual({ accepted: 2, skipped: 1 });
});

it('fails with what is no refusal of one', async () => {
  server.use(http.post(at('/:id/cancel'), () => refusal(500)));

  await expect(steerSelected('cancel', ['e1'])).rejects.toBeInstanceOf(Problem);
});

it('follows the cursor until the filter finds no more', async () => {
  const asked: unknown[] = [];
  server.use(
    http.post(at('/bulk/retry'), async ({ request }) => {
      asked.push(await request.json());
      return HttpResponse.json({ accepted: 5, skipped: 1, nextCursor: asked.length < 3 ? `c${asked.length}` : null });
    }),
  );

  await expect(steerFiltered('retry', { text: 'x' })).resolves.toEqual({ accepted: 15, skipped: 3 });
  expect(asked).toEqual([
    { filter: { text: 'x' } },
    { filter: { text: 'x' }, cursor: 'c1' },
    { filter: { text: 'x' }, cursor: 'c2' },
  ]);
});

it('means only what there was when it was asked', () => {
  const now = new Date('2026-03-01T00:00:00Z');

  expect(frozen({}, now)).toEqual({ to: '2026-03-01T00:00:00.000Z' });
  expect(frozen({ to: '2026-01-01T00:00:00.000Z' }, now)).toEqual({ to: '2026-01-01T00:00:00.000Z' });
  expect(frozen({ to: '2027-01-01T00:00:00.000Z' }, now)).toEqual({ to: '2026-03-01T00:00:00.000Z' });
});
