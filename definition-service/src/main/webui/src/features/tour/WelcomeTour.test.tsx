import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { openAt, services, withServices } from '@/testing/product';
import { useTour } from './state';

withServices();

beforeEach(() => {
  useTour.setState({ running: true });
  services.use(http.get('*/api/workflows', () => HttpResponse.json({ items: [] })));
});

afterEach(() => useTour.setState({ running: false }));

describe('WelcomeTour', () => {
  it('should lead through the places to a first workflow that runs', async () => {
    let started: unknown;
    services.use(
      http.get('*/api/templates', () =>
        HttpResponse.json({ items: [{ id: 'discount', document: { title: 'Discount', type: 'manual', nodes: [] } }] }),
      ),
      http.post('*/api/workflows', () => HttpResponse.json({ id: '7' }, { status: 201 })),
      http.post('*/api/workflows/7/execute', async ({ request }) => {
        started = await request.json();
        return HttpResponse.json({ executionId: '8' }, { status: 202 });
      }),
    );
    const { user, address } = openAt('/workflows');
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('Welcome to Millrace')).toBeInTheDocument();
    for (let step = 0; step < 4; step++) await user.click(dialog.getByRole('button', { name: 'Next' }));
    await user.click(dialog.getByRole('button', { name: 'Create and run it' }));
    await vi.waitFor(() => expect(address()).toContain('/executions/8'), { timeout: 15_000 });
    expect(started).toEqual({ context: { data: { sku: 'CAB-02', quantity: 50 } } });
    expect(useTour.getState().running).toBe(false);
  });

  it('should not come again once it was closed', async () => {
    const { user } = openAt('/workflows');
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await vi.waitFor(() => expect(useTour.getState().running).toBe(false));
    expect(localStorage.getItem('millrace.tour.seen')).not.toBeNull();
  });
});
