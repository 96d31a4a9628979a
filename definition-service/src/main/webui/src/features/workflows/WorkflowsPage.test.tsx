import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { openAt, services, withServices } from '@/testing/product';

withServices();

function workflow(key: string, more: object = {}) {
  return {
    id: `${key}-1`,
    key,
    title: `Title of ${key}`,
    version: 3,
    type: 'manual',
    enabled: true,
    current: true,
    executed: true,
    categories: [],
    updatedAt: '2026-01-01T00:00:00Z',
    ...more,
  };
}

/** Answers the list, and remembers what was asked for. */
function list(...items: object[]) {
  const asked: URLSearchParams[] = [];
  services.use(
    http.get('*/api/workflows', ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      return HttpResponse.json({ items });
    }),
  );
  return asked;
}

async function row(title: string): Promise<HTMLElement> {
  return screen.findByRole('row', { name: new RegExp(title) });
}

describe('WorkflowsPage', () => {
  it('should show how each workflow is doing', async () => {
    list(workflow('orders'), workflow('quiet'));
    services.use(
      http.get('*/api/executions/statistics', () =>
        HttpResponse.json({
          items: [
            {
              workflowKey: 'orders',
              total: 8,
              byStatus: { RESOLVED: 6, ERROR: 2 },
              lastStartedAt: '2026-01-02T00:00:00Z',
              lastStatus: 'ERROR',
            },
          ],
        }),
      ),
    );
    openAt('/workflows');
    const orders = within(await row('Title of orders'));
    expect(await orders.findByText('25%')).toBeInTheDocument();
    expect(orders.getByRole('link', { name: '8 runs of Title of orders' })).toHaveAttribute(
      'href',
      '/executions?workflowKey=orders',
    );
    expect(within(await row('Title of quiet')).getByText('No run in 7 days')).toBeInTheDocument();
  });

  it('should ask for what the address says, and put filters there', async () => {
    const asked = list(workflow('orders'));
    const { user, address } = openAt('/workflows?enabled=true');
    await row('Title of orders');
    expect(asked[0]?.get('enabled')).toBe('true');
    await user.type(screen.getByRole('searchbox', { name: /Search/ }), 'stock');
    await waitFor(() => expect(address()).toBe('/workflows?enabled=true&text=stock'));
    await waitFor(() => expect(asked.at(-1)?.get('text')).toBe('stock'));
  });

  it('should ask what becomes of executions before it disables', async () => {
    list(workflow('orders'));
    let running: string | null = null;
    services.use(
      http.post('*/api/workflows/orders-1/disable', ({ request }) => {
        running = new URL(request.url).searchParams.get('running');
        return HttpResponse.json({});
      }),
    );
    const { user } = openAt('/workflows');
    await user.click(await screen.findByRole('switch', { name: 'Enable Title of orders' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('radio', { name: 'Cancel them' }));
    await user.click(dialog.getByRole('button', { name: 'Disable' }));
    await waitFor(() => expect(running).toBe('cancel'));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('should enable at once, and say why it cannot', async () => {
    list(workflow('orders', { enabled: false }));
    services.use(
      http.post('*/api/workflows/orders-1/enable', () =>
        HttpResponse.json(
          { code: 'unknown_type', detail: 'Expected the type to be served, but it is not' },
          { status: 422 },
        ),
      ),
    );
    const { user } = openAt('/workflows');
    await user.click(await screen.findByRole('switch', { name: 'Enable Title of orders' }));
    expect(await screen.findByText('Expected the type to be served, but it is not')).toBeInTheDocument();
  });

  it('should say what to do while there is none', async () => {
    list();
    openAt('/workflows');
    expect(await screen.findByRole('heading', { name: 'Your first workflow' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Choose a template' })).toBeInTheDocument();
  });

  /** 200 workflows on four pages; the last of each page is of the category. */
  function pagesOfWorkflows() {
    const asked: (string | null)[] = [];
    services.use(
      http.get('*/api/workflows', ({ request }) => {
        const cursor = new URL(request.url).searchParams.get('cursor');
        asked.push(cursor);
        const page = Number(cursor ?? 0);
        const items = Array.from({ length: 50 }, (_, at) =>
          workflow(`w${page}-${at}`, at === 49 ? { categories: ['rare'] } : {}),
        );
        return HttpResponse.json({ items, nextCursor: page === 3 ? null : String(page + 1) });
      }),
    );
    return asked;
  }

  it('should read on until the workflows of a category fill the page', async () => {
    const asked = pagesOfWorkflows();
    openAt('/workflows?category=rare');
    for (const page of [0, 1, 2, 3]) await row(`Title of w${page}-49`);
    expect(asked).toEqual([null, '1', '2', '3']);
    expect(screen.queryByText('Title of w0-1')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
  });

  it('should end reading on where that fails, and say so', async () => {
    let asked = 0;
    services.use(
      http.get('*/api/workflows', ({ request }) => {
        if (new URL(request.url).searchParams.get('cursor') === null) {
          return HttpResponse.json({ items: [workflow('a')], nextCursor: '1' });
        }
        asked += 1;
        return HttpResponse.json({ code: 'x', detail: 'Away' }, { status: 503 });
      }),
    );
    openAt('/workflows?category=rare');
    expect(await screen.findByText('Away')).toBeInTheDocument();
    expect(asked).toBe(1);
  });

  it('should offer the categories of workflows that were not read yet', async () => {
    services.use(
      http.get('*/api/workflows', ({ request }) => {
        const query = new URL(request.url).searchParams;
        const isLast = query.get('cursor') !== null;
        const items = [workflow(isLast ? 'late' : 'orders', { categories: [isLast ? 'late' : 'early'] })];
        return HttpResponse.json({ items, nextCursor: isLast ? null : '1' });
      }),
    );
    const { user } = openAt('/workflows');
    await row('Title of orders');
    await user.click(screen.getByRole('combobox', { name: 'Category' }));
    expect(await screen.findByTitle('late')).toBeInTheDocument();
    expect(screen.getByTitle('early')).toBeInTheDocument();
  });

  it('should offer to members only what they may', async () => {
    list(workflow('orders'));
    services.use(http.get('*/api/auth/me', () => HttpResponse.json({ username: 'bob', roles: ['member'] })));
    openAt('/workflows');
    const orders = within(await row('Title of orders'));
    expect(orders.getByRole('switch')).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'New workflow' })).not.toBeInTheDocument();
    expect(screen.queryByRole('columnheader', { name: 'Last run' })).not.toBeInTheDocument();
  });
});
