import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { openAt, services, withServices } from '@/testing/product';

withServices();

const at = '2026-03-01T12:00:00Z';

it('should tell what the triggers heard, and why it started nothing', async () => {
  services.use(
    http.get('*/api/triggers/health', () =>
      HttpResponse.json({
        since: at,
        items: [
          {
            workflowId: 'w1',
            workflowKey: 'orders',
            title: 'Take orders',
            type: 'manual',
            state: 'INTERRUPTED',
            detail: 'Expected to read the changes, but the database is away',
            lastEventAt: at,
            lastFiredAt: null,
            lagMs: 1_500,
            fired: 3,
            notFired: { CONDITION: 12 },
            lastNotFired: { at, reason: 'CONDITION', detail: 'x' },
          },
        ],
        dataSources: [{ name: 'shop', phase: 'WAITING', detail: 'Away', since: at, lastChangeAt: null, lagMs: null }],
      }),
    ),
  );
  openAt('/triggers');

  const row = within(await screen.findByRole('row', { name: /Take orders/ }));
  expect(row.getByText(/does not meet its condition.*12×/)).toBeInTheDocument();
  expect(row.getByText('1.5 sec')).toBeInTheDocument();
  expect(row.getByText('Expected to read the changes, but the database is away')).toBeInTheDocument();
  expect(
    within(screen.getByRole('region', { name: 'Changes of data sources' })).getByText('Waits to try again'),
  ).toBeVisible();
});

it('should say what to do where nothing listens', async () => {
  services.use(http.get('*/api/triggers/health', () => HttpResponse.json({ since: at, items: [], dataSources: [] })));
  openAt('/triggers');

  expect(await screen.findByRole('heading', { name: 'No trigger listens' })).toBeInTheDocument();
});
