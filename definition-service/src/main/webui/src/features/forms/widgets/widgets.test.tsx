import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import type { FieldError } from '@/api/problem';
import { FormRoot } from '../FormRoot';
import type { Schema } from '../schema/types';
import { server, show, user } from '@/testing/forms';
import { widgets } from '.';

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const NODES = [
  { key: 'v1', type: 'variable', title: 'Total', assigns: false },
  { key: 'v2', type: 'variable', title: 'Setter', assigns: true },
];

/** A form with a value of its own; what it became is in the box `value`. */
function form(properties: Record<string, Schema>, value: unknown = {}, errors: FieldError[] = []) {
  const box = { value };
  function Form({ schema }: { schema: Schema }) {
    const [now, setNow] = useState(value);
    return (
      <FormRoot
        schema={schema}
        value={now}
        onChange={(next) => {
          box.value = next;
          setNow(next);
        }}
        errors={errors}
        variables={[
          { value: '$context', label: 'Trigger', children: [{ value: '$context.id', label: 'id', sample: 7 }] },
        ]}
        readOnly={false}
        nodes={NODES}
      />
    );
  }
  show(<Form schema={{ type: 'object', properties }} />);
  return box;
}

describe('widgets by type', () => {
  it('should edit a text, and take it away when it is empty', async () => {
    const box = form({ name: { type: 'string', title: 'Name' } });
    await user.type(screen.getByLabelText('Name'), 'ab');
    expect(box.value).toEqual({ name: 'ab' });
    await user.clear(screen.getByLabelText('Name'));
    expect(box.value).toEqual({});
  });

  it('should edit a number within its bounds', async () => {
    const box = form({ count: { type: 'integer', title: 'Count', maximum: 9 } });
    await user.type(screen.getByLabelText('Count'), '12');
    await user.tab();
    expect(box.value).toEqual({ count: 9 });
  });

  it('should show a default of a switch, and change it', async () => {
    const box = form({ wait: { type: 'boolean', default: true, title: 'Wait' } });
    expect(screen.getByRole('switch', { name: 'Wait' })).toBeChecked();
    await user.click(screen.getByRole('switch', { name: 'Wait' }));
    expect(box.value).toEqual({ wait: false });
  });

  it('should name the values of a choice by their titles', async () => {
    const box = form({
      end: { enum: [1, -1], default: 1, title: 'Ends as', 'x-enum-titles': ['Succeeded', 'Failed'] },
    });
    await user.click(screen.getByText('Failed'));
    expect(box.value).toEqual({ end: -1 });
  });

  it('should add, move and remove elements of a list', async () => {
    const item: Schema = { type: 'object', properties: { name: { type: 'string', title: 'Name' } } };
    const box = form({ rows: { type: 'array', title: 'Rows', items: item } }, { rows: [{ name: 'a' }] });
    await user.click(screen.getByRole('button', { name: /Add/ }));
    expect(box.value).toEqual({ rows: [{ name: 'a' }, {}] });
    await user.click(screen.getByRole('button', { name: 'Move no. 1 down' }));
    expect(box.value).toEqual({ rows: [{}, { name: 'a' }] });
    await user.click(screen.getByRole('button', { name: 'Remove no. 1' }));
    expect(box.value).toEqual({ rows: [{ name: 'a' }] });
  });

  it('should choose between alternatives', async () => {
    const box = form({
      condition: {
        title: 'Condition',
        oneOf: [
          { const: false, title: 'Every pass' },
          { type: 'object', title: 'Some', properties: { x: { type: 'string', title: 'X' } } },
        ],
      },
    });
    expect(screen.queryByLabelText('X')).not.toBeInTheDocument();
    await user.click(screen.getByText('Some'));
    expect(box.value).toEqual({ condition: {} });
    await user.type(screen.getByLabelText('X'), 'y');
    expect(box.value).toEqual({ condition: { x: 'y' } });
  });

  it('should switch between a value and a variable', async () => {
    const box = form({ page: { type: 'integer', title: 'Page', 'x-template': true } }, { page: 3 });
    await user.click(screen.getByRole('button', { name: 'Use a variable instead' }));
    expect(box.value).toEqual({});
    expect(screen.getByRole('button', { name: 'Insert a variable' })).toBeVisible();
  });
});

describe('what is shown', () => {
  it('should hide a field until another has the value', async () => {
    form({
      kind: { enum: ['a', 'b'], default: 'a', title: 'Kind' },
      only: { type: 'string', title: 'Only for b', 'x-visible-when': { kind: 'b' } },
    });
    expect(screen.queryByLabelText('Only for b')).not.toBeInTheDocument();
    await user.click(screen.getByText('b'));
    expect(screen.getByLabelText('Only for b')).toBeVisible();
  });

  it('should keep a hidden field', async () => {
    const box = form(
      { uid: { type: 'string', 'x-ui': 'hidden', title: 'Uid' }, name: { type: 'string', title: 'Name' } },
      { uid: 'u' },
    );
    await user.type(screen.getByLabelText('Name'), 'n');
    expect(screen.queryByLabelText('Uid')).not.toBeInTheDocument();
    expect(box.value).toEqual({ uid: 'u', name: 'n' });
  });

  it('should show an error of the service at its field', () => {
    const errors = [{ pointer: '/params/name', code: 'x', detail: 'Expected a name, but it is odd' }];
    form({ params: { type: 'object', properties: { name: { type: 'string', title: 'Name' } } } }, {}, errors);
    expect(screen.getByLabelText('Name')).toHaveAccessibleDescription('Expected a name, but it is odd');
  });

  it('should find a fault by itself', async () => {
    form({ name: { type: 'string', title: 'Name', pattern: '^[a-z]*$' } });
    await user.type(screen.getByLabelText('Name'), 'A');
    expect(await screen.findByText(/Expected a text like/)).toBeVisible();
  });
});

describe('widgets by hint', () => {
  it('should choose a collection of a data source', async () => {
    const box = form({ collection: { type: 'string', title: 'Collection', 'x-ui': 'collection' } });
    await user.click(screen.getByRole('combobox', { name: 'Collection' }));
    await user.click(await screen.findByTitle('orders'));
    expect(box.value).toEqual({ collection: 'shop:orders' });
  });

  it('should build a filter on the fields of the collection', async () => {
    const box = form(
      { collection: { type: 'string' }, filter: { type: 'object', title: 'Filter', 'x-ui': 'filter' } },
      { collection: 'orders' },
    );
    await user.click(screen.getByRole('button', { name: /Add a condition/ }));
    await user.click(screen.getByRole('combobox', { name: 'Field' }));
    await user.paste('customer.name');
    expect(box.value).toMatchObject({ filter: { $and: [{ 'customer.name': { $eq: '' } }] } });
    await user.click(screen.getByRole('combobox', { name: 'Operator' }));
    await user.click(await screen.findByTitle('is one of'));
    expect(box.value).toMatchObject({ filter: { $and: [{ 'customer.name': { $in: [] } }] } });
    await user.click(screen.getByRole('button', { name: 'Remove the condition' }));
    expect(box.value).toEqual({ collection: 'orders' });
  });

  it('should leave a filter that nobody touches as it is', () => {
    const filter = { status: 'new', $not: { id: 1 } };
    const box = form({ filter: { type: 'object', title: 'Filter', 'x-ui': 'filter' } }, { filter });
    expect(box.value).toEqual({ filter });
  });

  it('should change a number by an amount', async () => {
    const box = form(
      { collection: { type: 'string' }, values: { type: 'object', title: 'Values', 'x-ui': 'assignments' } },
      { collection: 'shop:orders', values: { quantity: 2 } },
    );
    await user.click(await screen.findByText('Change by'));
    expect(box.value).toMatchObject({ values: { quantity: { $increment: 2 } } });
  });

  it('should ask a question of the basic engine', async () => {
    const box = form({
      check: {
        type: 'object',
        title: 'Check',
        'x-ui': 'condition',
        properties: {
          engine: { enum: ['basic', 'math.js'], default: 'basic' },
          calculation: { type: 'object' },
          expression: { type: 'string' },
        },
      },
    });
    expect(screen.getByText('Without a condition it always holds.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: /Add a condition/ }));
    expect(box.value).toEqual({
      check: { calculation: { group: { type: 'and', calculations: [{ calculator: 'equal', operands: ['', ''] }] } } },
    });
    await user.click(screen.getByText('math.js'));
    expect(box.value).toMatchObject({ check: { engine: 'math.js' } });
  });

  it('should enter a time in its unit', async () => {
    const box = form({ timeout: { type: 'integer', title: 'Time-out', 'x-ui': 'duration' } }, { timeout: 120_000 });
    expect(screen.getByLabelText('Time-out')).toHaveValue('2');
    await user.clear(screen.getByLabelText('Time-out'));
    await user.type(screen.getByLabelText('Time-out'), '5');
    expect(box.value).toEqual({ timeout: 300_000 });
  });

  it('should tick which changes count, a deletion alone', async () => {
    const box = form({ mode: { enum: [1, 2, 3, 4], title: 'On', 'x-ui': 'collection-mode' } }, { mode: 1 });
    const group = within(screen.getByRole('group', { name: 'On' }));
    await user.click(group.getByRole('checkbox', { name: 'updated' }));
    expect(box.value).toEqual({ mode: 3 });
    await user.click(group.getByRole('checkbox', { name: 'deleted' }));
    expect(box.value).toEqual({ mode: 4 });
  });

  it('should write a secret by its name only', async () => {
    const box = form({ token: { type: 'string', title: 'Token', 'x-ui': 'secret' } }, { token: 'abc' });
    expect(screen.getByText(/stands openly/)).toBeVisible();
    await user.type(screen.getByLabelText('Token'), 'T');
    expect(box.value).toEqual({ token: '{{$env.T}}' });
  });

  it('should name a variable that another node declares', async () => {
    const box = form({ target: { type: ['string', 'null'], title: 'Variable', 'x-ui': 'variable' } });
    await user.click(screen.getByRole('combobox', { name: 'Variable' }));
    expect(screen.queryByTitle('Setter')).not.toBeInTheDocument();
    await user.click(await screen.findByTitle('Total'));
    expect(box.value).toEqual({ target: 'v1' });
  });

  it('should choose a workflow by its key', async () => {
    const box = form({ workflow: { type: 'string', title: 'Workflow', 'x-ui': 'workflow' } });
    await user.click(screen.getByRole('combobox', { name: 'Workflow' }));
    await user.click(await screen.findByTitle('Reserve stock (reserve)'));
    expect(box.value).toEqual({ workflow: 'reserve' });
  });

  it('should make a mapping of a sample', async () => {
    const box = form(
      {
        example: { title: 'Example', 'x-ui': 'sampleJson', 'x-sample-target': 'variables' },
        variables: { type: 'array', 'x-ui': 'hidden' },
      },
      { example: { id: 1, lines: [{ sku: 'A' }] } },
    );
    await user.click(screen.getByRole('checkbox', { name: /sku/ }));
    expect(box.value).toMatchObject({ variables: [{ key: 'sku', path: 'lines.___arr$___.sku' }] });
    await user.click(screen.getByRole('checkbox', { name: /sku/ }));
    expect(box.value).toMatchObject({ variables: [] });
  });

  it('should order records', async () => {
    const box = form(
      { collection: { type: 'string' }, sort: { type: 'array', title: 'Sort', 'x-ui': 'sort' } },
      { collection: 'orders', sort: [{ field: 'id', direction: 'asc' }] },
    );
    await user.click(screen.getByText('down'));
    expect(box.value).toMatchObject({ sort: [{ field: 'id', direction: 'desc' }] });
  });

  it('should offer the fields and associations of the collection', async () => {
    const box = form(
      {
        collection: { type: 'string' },
        changed: { type: 'array', title: 'Changed', 'x-ui': 'fields' },
        appends: { type: 'array', title: 'Load', 'x-ui': 'appends' },
      },
      { collection: 'orders' },
    );
    await user.click(screen.getByRole('combobox', { name: 'Changed' }));
    await user.click(await screen.findByTitle('status'));
    await user.click(screen.getByRole('combobox', { name: 'Load' }));
    await user.click(await screen.findByTitle('customer'));
    expect(box.value).toMatchObject({ changed: ['status'], appends: ['customer'] });
  });

  it('should list names with values', async () => {
    const box = form({ headers: { type: 'array', title: 'Headers', 'x-ui': 'keyValues' } });
    await user.click(screen.getByRole('button', { name: /Add/ }));
    await user.type(screen.getByLabelText('Name no. 1'), 'A');
    expect(box.value).toEqual({ headers: [{ name: 'A', value: '' }] });
  });

  it('should insert a variable into a text', async () => {
    const box = form({ message: { type: 'string', title: 'Message', 'x-ui': 'template' } });
    await screen.findByRole('textbox', { name: 'Message' });
    await user.click(screen.getByRole('button', { name: 'Insert a variable' }));
    await user.type(await screen.findByRole('textbox', { name: 'Search variables' }), 'id{ArrowDown}{Enter}');
    await waitFor(() => expect(box.value).toEqual({ message: '{{$context.id}}' }));
    expect(screen.getByRole('textbox', { name: 'Message' })).toHaveTextContent('Trigger › id');
  });

  it.each(['json', 'code', 'expression', 'template'])('should show the text of a %s', async (hint) => {
    form({ field: { title: 'Field', 'x-ui': hint } }, { field: hint === 'json' ? { a: 1 } : 'one + two' });
    expect(await screen.findByRole('textbox', { name: 'Field' })).toHaveTextContent(
      hint === 'json' ? '"a": 1' : 'one + two',
    );
  });

  it('should have a file for each hint', () => {
    const files = Object.keys(import.meta.glob('./*.tsx')).map((path) => path.slice(2, -4));
    expect(files).toEqual(expect.arrayContaining(Object.keys(widgets)));
  });
});
