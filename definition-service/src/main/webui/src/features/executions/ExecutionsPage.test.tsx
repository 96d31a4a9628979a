import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { openAt, services, withServices } from '@/testing/product';
import { aSummary } from './testing';

withServices();

const asked: URLSearchParams[] = [];
const failed = aSummary({
  id: 'e-1',
  status: 'ERROR',
  reason: { code: 'x', detail: 'Expected a price, but there is none' },
  eventKey: 'order-7',
});
const running = aSummary({ id: 'e-2', status: 'STARTED', key: 'unnamed' });

beforeEach(() => {
  asked.length = 0;
  services.use(
    http.get('*/api/executions', ({ request }) => {
      const query = new URL(request.url).searchParams;
      asked.push(query);
      return HttpResponse.json(
        query.get('cursor')
          ? { items: [aSummary({ id: 'e-3' })], nextCursor: null }
          : { items: [failed, running], nextCursor: 'e-2' },
      );
    }),
    http.get('*/api/executions/events', () => new HttpResponse(null, { status: 403 })),
    http.get('*/api/workflows', () => HttpResponse.json({ items: [{ key: 'orders', title: 'Take orders' }] })),
    http.get('*/api/executions/statistics', () =>
      HttpResponse.json({ items: [{ workflowKey: 'orders', total: 9, byStatus: { ERROR: 4, RESOLVED: 5 } }] }),
    ),
  );
});

const row = async (name: RegExp) => within(await screen.findByRole('row', { name }));

describe('ExecutionsPage', () => {
  it('should tell state, workflow and reason of each, and how many are in which state', async () => {
    openAt('/executions');

    const first = await row(/e-1/);
    expect(await first.findByRole('link', { name: 'Take orders' })).toHaveAttribute('href', '/executions/e-1');
    expect(first.getByText('Error')).toBeInTheDocument();
    expect(first.getByText('Expected a price, but there is none')).toBeInTheDocument();
    expect((await row(/e-2/)).getByRole('link', { name: 'unnamed' })).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: /^Error\s*4$/ })).toBeInTheDocument();
  });

  it('should keep the filters in the URL, and ask by them', async () => {
    const { user, address } = openAt('/executions?workflowKey=orders&from=2026-03-01T00:00:00Z');

    await user.click(await screen.findByRole('button', { name: /^Error/ }));
    await waitFor(() => expect(asked.at(-1)?.getAll('status')).toEqual(['ERROR']));
    expect(asked.at(-1)?.get('workflowKey')).toBe('orders');
    expect(asked.at(-1)?.get('from')).toBe('2026-03-01T00:00:00.000Z');
    expect(decodeURIComponent(address())).toContain('status=["ERROR"]');

    await user.type(screen.getByLabelText('In context, reason or event key'), 'price{Enter}');
    await waitFor(() => expect(asked.at(-1)?.get('text')).toBe('price'));

    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    await waitFor(() => expect(address()).toBe('/executions'));
  });

  it('should read on from where the page ended', async () => {
    const { user } = openAt('/executions');

    await user.click(await screen.findByRole('button', { name: 'Show more' }));

    await row(/e-3/);
    expect(asked.some((query) => query.get('cursor') === 'e-2')).toBe(true);
    expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
  });

  it('should steer what is selected, after a question that names the number', async () => {
    const cancelled: unknown[] = [];
    services.use(
      http.post('*/api/executions/:id/cancel', ({ params }) => {
        cancelled.push(params['id']);
        return HttpResponse.json({}, { status: 202 });
      }),
    );
    const { user } = openAt('/executions');

    await user.click(await screen.findByRole('checkbox', { name: 'Select all that are shown' }));
    await user.click(within(screen.getByRole('toolbar')).getByRole('button', { name: 'Cancel' }));
    const question = within(await screen.findByRole('dialog'));
    await user.click(question.getByRole('button', { name: 'Cancel 2 executions' }));

    await waitFor(() => expect(cancelled.sort()).toEqual(['e-1', 'e-2']));
  });

  it('should say what to do where there is nothing', async () => {
    services.use(http.get('*/api/executions', () => HttpResponse.json({ items: [], nextCursor: null })));
    openAt('/executions');

    expect(await screen.findByRole('heading', { name: 'Nothing has run yet' })).toBeInTheDocument();
  });

  it('should say what kept it from reading, and read again', async () => {
    services.use(
      http.get('*/api/executions', () => HttpResponse.json({ code: 'x', detail: 'Away' }, { status: 503 }), {
        once: true,
      }),
    );
    const { user } = openAt('/executions');

    expect(await screen.findByText('Away')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await row(/e-1/);
  });

  it('should say that it is live once it hears of what happens', async () => {
    services.use(
      http.get('*/api/executions/events', () => {
        const opened = new ReadableStream<Uint8Array>({
          start: (controller) => controller.enqueue(new TextEncoder().encode(':open\n\n')),
        });
        return new HttpResponse(opened, { headers: { 'Content-Type': 'text/event-stream' } });
      }),
    );
    openAt('/executions');

    expect(await screen.findByText('Live', { selector: '[role=status]' })).toBeInTheDocument();
  });
});
