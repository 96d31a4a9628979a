import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { aJob } from '../testing';
import { PassPicker } from './PassPicker';

const jobs = [
  aJob(1, { nodeKey: 'each' }),
  ...Array.from({ length: 12 }, (_, i) =>
    aJob(i + 2, { nodeKey: 'save', path: `each[${i}]`, status: i === 4 || i === 9 ? 'ERROR' : 'RESOLVED' }),
  ),
  aJob(20, { nodeKey: 'add', path: 'each[4]/lines[0]' }),
];

function Harness({ start = '' }: { start?: string }) {
  const [path, setPath] = useState(start);
  return (
    <>
      <PassPicker jobs={jobs} path={path} onChange={setPath} />
      <output>{path}</output>
    </>
  );
}
const chosen = () => screen.getByText((_, element) => element?.tagName === 'OUTPUT').textContent;
const loop = (name: string) => screen.queryByRole('group', { name: `Passes of ${name}` });

it('steps through the passes that failed only', async () => {
  render(<Harness />);

  await userEvent.click(screen.getByRole('checkbox', { name: 'Only the 2 that failed' }));
  await userEvent.click(screen.getByRole('button', { name: 'Next pass of each' }));
  expect(chosen()).toBe('each[4]');
  await userEvent.click(screen.getByRole('button', { name: 'Next pass of each' }));
  expect(chosen()).toBe('each[9]');
  expect(screen.getByRole('button', { name: 'Next pass of each' })).toBeDisabled();
});

it('offers the loops inside the pass that is chosen', async () => {
  render(<Harness start="each[4]" />);

  expect(loop('lines')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Next pass of lines' }));
  expect(chosen()).toBe('each[4]/lines[0]');
  await userEvent.click(screen.getByRole('button', { name: 'Previous pass of each' }));
  expect(chosen()).toBe('each[3]');
  expect(loop('lines')).not.toBeInTheDocument();
});

it('goes back to all passes', async () => {
  render(<Harness start="each[4]" />);

  await userEvent.click(within(loop('each') ?? document.body).getByRole('combobox'));
  await userEvent.click(await screen.findByText('All 12 passes'));

  expect(chosen()).toBe('');
});

it('draws nothing where no loop ran', () => {
  render(<PassPicker jobs={[aJob(1)]} path="" onChange={() => undefined} />);

  expect(screen.queryByRole('group')).not.toBeInTheDocument();
});
