import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { VirtualTable, type Column } from './VirtualTable';

const columns: Column<number>[] = [
  { key: 'number', title: 'Number', width: '80px', render: (row) => `Row ${row}` },
  { key: 'half', title: 'Half', width: '80px', align: 'end', render: (row) => row / 2 },
];
const rows = Array.from({ length: 50_000 }, (_, i) => i);

function table(onOpen: (row: number) => void = () => undefined) {
  render(<VirtualTable label="Numbers" columns={columns} rows={rows} rowKey={String} current="1" onOpen={onOpen} />);
}
const row = (number: number) => screen.getByRole('row', { name: new RegExp(`^Row ${number} `) });

it('draws few of many rows, and tells how many there are', () => {
  table();

  expect(screen.getByRole('grid', { name: 'Numbers' })).toHaveAttribute('aria-rowcount', '50001');
  expect(screen.getAllByRole('row').length).toBeLessThan(60);
  expect(
    within(row(7))
      .getAllByRole('gridcell')
      .map((cell) => cell.textContent),
  ).toEqual(['Row 7', '3.5']);
  expect(row(1)).toHaveAttribute('aria-selected', 'true');
});

it('opens a row by mouse and by Enter', async () => {
  const opened: number[] = [];
  table((one) => opened.push(one));

  await userEvent.click(row(3));
  await userEvent.keyboard('{ArrowDown}{Enter}');

  expect(opened).toEqual([3, 4]);
});

it('takes the focus in one row, which the keys move', async () => {
  table();

  await userEvent.tab();
  expect(row(0)).toHaveFocus();
  await userEvent.keyboard('{PageDown}{ArrowUp}');
  expect(row(9)).toHaveFocus();
  await userEvent.keyboard('{Home}{ArrowUp}');
  expect(row(0)).toHaveFocus();
});
