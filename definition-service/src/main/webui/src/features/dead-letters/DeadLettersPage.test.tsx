import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import type { DeadLetter } from '@/api/queries/deadLetters';
import { openAt, services, withServices } from '@/testing/product';

withServices();

const letter: DeadLetter = {
  id: '0-7',
  at: '2026-03-01T12:00:00Z',
  topic: 'millrace.step-results',
  partition: '3',
  offset: '19',
  key: 'e1',
  value: '{"jobId":"e1.3"}',
  size: 16,
  headers: { 'millrace-version': '9' },
  reason: 'Expected version 1, but it is 9',
  consumer: 'orchestrator',
  state: 'OPEN',
  handledBy: null,
  handledAt: null,
};

const asked: URLSearchParams[] = [];

beforeEach(() => {
  asked.length = 0;
  services.use(
    http.get('*/api/dead-letters', ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      return HttpResponse.json({ items: [{ ...letter, value: '{"jobId":' }], nextCursor: null });
    }),
    http.get('*/api/dead-letters/0-7', () => HttpResponse.json(letter)),
  );
});

describe('DeadLettersPage', () => {
  it('should show the whole record decoded, with its headers, where the list has only its beginning', async () => {
    const { user } = openAt('/dead-letters');

    await user.click(await screen.findByRole('button', { name: 'Expected version 1, but it is 9' }));

    const drawer = within(await screen.findByRole('dialog'));
    expect(await drawer.findByText('"e1.3"')).toBeInTheDocument();
    expect(drawer.getByText('millrace-version')).toBeInTheDocument();
  });

  it('should replay a record after a question, and show a refusal', async () => {
    services.use(
      http.post('*/api/dead-letters/0-7/replay', () =>
        HttpResponse.json({ code: 'already_handled', detail: 'Somebody was faster' }, { status: 409 }),
      ),
    );
    const { user } = openAt('/dead-letters');

    await user.click(await screen.findByRole('button', { name: 'Replay' }));
    const question = within(await screen.findByRole('dialog'));
    expect(question.getByText(/millrace.step-results/)).toBeInTheDocument();
    await user.click(question.getByRole('button', { name: 'Replay' }));

    expect(await screen.findByText('Somebody was faster')).toBeInTheDocument();
  });

  it('should ask for those in another state', async () => {
    const { user } = openAt('/dead-letters');
    await screen.findByRole('row', { name: /Expected version 1/ });

    await user.click(screen.getByText('Discarded', { selector: '[class*=segmented] *' }));

    await waitFor(() => expect(asked.at(-1)?.get('state')).toBe('discarded'));
  });

  it('should say that all is well where there are none', async () => {
    services.use(http.get('*/api/dead-letters', () => HttpResponse.json({ items: [], nextCursor: null })));
    openAt('/dead-letters');

    expect(await screen.findByRole('heading', { name: 'No dead letters' })).toBeInTheDocument();
  });
});
