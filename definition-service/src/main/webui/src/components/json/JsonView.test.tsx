import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from 'antd';
import { JsonView } from './JsonView';

const show = (value: unknown) => render(<JsonView value={value} label="Result" />, { wrapper: App });

it('shows what is near, and opens what is nested', async () => {
  show({ order: { lines: [{ sku: 'A-1' }] }, paid: false });

  expect(screen.getByText('false')).toBeVisible();
  expect(screen.queryByText('"A-1"')).not.toBeInTheDocument();
  await userEvent.click(screen.getByText('[1]'));
  await userEvent.click(screen.getByText('{1}', { selector: 'ul ul ul *' }));
  expect(screen.getByText('"A-1"')).toBeVisible();
});

it('draws the beginning of a long list, and more when asked', async () => {
  show(Array.from({ length: 250 }, (_, i) => `value ${i}`));

  expect(screen.getAllByText(/^"value/)).toHaveLength(100);
  await userEvent.click(screen.getByRole('button', { name: '150 more' }));
  expect(screen.getAllByText(/^"value/)).toHaveLength(250);
});

it('shows values that are no objects', () => {
  show(null);

  expect(screen.getByText('null')).toBeVisible();
});

it('copies the value as JSON', async () => {
  const user = userEvent.setup();
  show({ a: 1 });

  await user.click(screen.getByRole('button', { name: 'Copy Result' }));

  await expect(navigator.clipboard.readText()).resolves.toBe('{\n  "a": 1\n}');
});
