import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { openAt, services, withServices } from '@/testing/product';
import { aJob, anExecution } from './testing';

withServices();

const failed = anExecution({
  id: 'e1',
  status: 'ERROR',
  retryable: true,
  context: { order: 7 },
  reason: { code: 'no_price', detail: 'Expected a price, but there is none' },
  jobs: [
    aJob(1, { nodeKey: 'each', from: 0, to: 3 }),
    aJob(2, { nodeKey: 'price', path: 'each[0]', from: 0, to: 1, result: 12 }),
    aJob(3, { nodeKey: 'price', path: 'each[1]', from: 1, to: 3, status: 'ERROR', attempt: 2, log: 'tried twice' }),
  ],
});
const version = {
  id: 'w1',
  key: 'orders',
  title: 'Take orders',
  version: 4,
  type: 'manual',
  nodes: [{ key: 'price', type: 'calculation', title: 'Ask the price', config: { expression: '{{$context.order}}' } }],
};

beforeEach(() => {
  services.use(
    http.get('*/api/executions/e1', () => HttpResponse.json(failed)),
    http.get('*/api/executions', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.get('*/api/workflows/w1', () => HttpResponse.json(version)),
  );
});

describe('ExecutionPage', () => {
  it('should say why it ended badly, and open the job where it happened', async () => {
    const { user, address } = openAt('/executions/e1?tab=data');

    expect(await screen.findByRole('heading', { level: 1, name: 'Take orders' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Version 4' })).toHaveAttribute('href', '/workflows/w1');
    expect(screen.getByText('Expected a price, but there is none')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show where' }));

    const job = within(await screen.findByRole('dialog', { name: 'Ask the price' }));
    expect(job.getByText('tried twice')).toBeInTheDocument();
    expect(within(job.getByRole('group', { name: 'Input' })).getByText('7')).toBeInTheDocument();
    expect(address()).toContain('job=e1.3');
  });

  it('should tell the timeline in words, too', async () => {
    openAt('/executions/e1?tab=timeline');

    const rows = within(await screen.findByRole('list', { name: 'Jobs over time' }));
    expect(
      await rows.findByRole('button', { name: 'Ask the price each[1]: Error, after 1 sec, for 2 sec' }),
    ).toBeInTheDocument();
  });
});
