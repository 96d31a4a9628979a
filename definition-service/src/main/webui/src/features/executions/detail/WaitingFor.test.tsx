import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Names } from '../useNames';
import { aJob, anExecution } from '../testing';
import { WaitingFor } from './WaitingFor';

const names: Names = {
  workflow: 'Orders',
  version: 2,
  document: undefined,
  node: (key) => (key === 'ask' ? 'Ask the warehouse' : key),
};
const soon = new Date(Date.now() + 5 * 60_000 + 500).toISOString();

it('says in words what the execution waits for, and leads to the job', async () => {
  const opened: string[] = [];
  const execution = anExecution({
    status: 'STARTED',
    waitingFor: [
      { kind: 'worker', jobId: 'e1.7', nodeKey: 'ask', type: 'request', path: 'each[3]', until: soon },
      { kind: 'slot' },
    ],
  });

  render(<WaitingFor execution={execution} names={names} openJob={(id) => opened.push(id)} />);

  expect(
    screen.getByText(/A worker has “Ask the warehouse” \(request\) to do\. In each\[3\]\. Until .* \(in 5 minutes\)/),
  ).toBeVisible();
  expect(screen.getByText(/concurrency limit/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Show job' }));
  expect(opened).toEqual(['e1.7']);
});

it('says why it ended badly, and where', async () => {
  const opened: string[] = [];
  const execution = anExecution({
    status: 'ERROR',
    reason: { code: 'connection_refused', detail: 'Expected to connect, but nobody listens' },
    jobs: [aJob(1), aJob(2, { status: 'ERROR' })],
  });

  render(<WaitingFor execution={execution} names={names} openJob={(id) => opened.push(id)} />);

  expect(screen.getByText('Expected to connect, but nobody listens')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Show where' }));
  expect(opened).toEqual(['e1.2']);
});

it('is silent about one that went well', () => {
  render(<WaitingFor execution={anExecution()} names={names} openJob={() => undefined} />);

  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});
