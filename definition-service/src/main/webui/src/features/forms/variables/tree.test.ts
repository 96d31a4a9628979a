import { flat, labelsOf, preview, rowKey, rowsOf } from './tree';
import type { VariableNode } from './types';

const ROOTS: VariableNode[] = [
  {
    value: '',
    label: 'Results',
    children: [
      {
        value: '$jobsMapByNodeKey.find',
        label: 'Find order',
        type: 'object',
        children: [{ value: '$jobsMapByNodeKey.find.id', label: 'id', type: 'integer', sample: 7 }],
      },
    ],
  },
  { value: '$context', label: 'Trigger' },
];

describe('the tree of variables', () => {
  it('should show what is open', () => {
    const closed = rowsOf(ROOTS, new Set(), '');
    expect(closed.map((row) => row.node.label)).toEqual(['Results', 'Trigger']);
    const [first] = closed;
    const opened = rowsOf(ROOTS, new Set(first ? [rowKey(first)] : []), '');
    expect(opened.map((row) => [row.node.label, row.depth])).toEqual([
      ['Results', 0],
      ['Find order', 1],
      ['Trigger', 0],
    ]);
  });

  it('should open what leads to a match', () => {
    expect(rowsOf(ROOTS, new Set(), 'ID').map((row) => row.node.label)).toEqual(['Results', 'Find order', 'id']);
    expect(rowsOf(ROOTS, new Set(), 'nothing like it')).toEqual([]);
  });

  it('should name a path by its labels, and what goes deeper by itself', () => {
    expect(labelsOf(ROOTS, '$jobsMapByNodeKey.find.id')).toEqual(['Results', 'Find order', 'id']);
    expect(labelsOf(ROOTS, '$context.data.id')).toEqual(['Trigger', 'data', 'id']);
    expect(labelsOf(ROOTS, '$jobsMapByNodeKey.gone')).toBeUndefined();
  });

  it('should offer no headings', () => {
    expect(flat(ROOTS).map((node) => node.value)).toEqual([
      '$jobsMapByNodeKey.find',
      '$jobsMapByNodeKey.find.id',
      '$context',
    ]);
  });

  it('should bound what is shown of a sample', () => {
    expect(preview('x'.repeat(100))).toHaveLength(60);
    expect(preview({ a: 1 })).toBe('{"a":1}');
  });
});
