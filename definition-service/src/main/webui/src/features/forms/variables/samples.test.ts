import { assembled, sampleOf, variablesFor } from './samples';
import type { VariableNode } from './types';

const ROOTS: VariableNode[] = [
  {
    value: '',
    label: 'Results',
    children: [
      { value: '$jobsMapByNodeKey.find', label: 'Find', sample: { id: 7, lines: [{ sku: 'A' }, { sku: 'B' }, {}] } },
    ],
  },
  { value: '$context', label: 'Trigger', sample: { data: { n: 5 } } },
];

describe('samples', () => {
  it.each([
    ['$context', { data: { n: 5 } }],
    ['$context.data.n', 5],
    ['$jobsMapByNodeKey.find.lines.sku', ['A', 'B', null]],
    ['$jobsMapByNodeKey.find.lines.1.sku', 'B'],
    ['$jobsMapByNodeKey.find.lines.length', 3],
    ['$context.none', undefined],
    ['$scopes.each.item', undefined],
  ])('should find %s as the services would', (path, value) => {
    expect(sampleOf(ROOTS, path)).toEqual(value);
  });

  it('should put values together by their roots', () => {
    expect(variablesFor(ROOTS, ['$context.data.n', '$jobsMapByNodeKey.find.id'])).toEqual({
      $context: { data: { n: 5 } },
      $jobsMapByNodeKey: { find: { id: 7 } },
    });
  });

  it('should let the more exact value win, and leave out what is not known', () => {
    expect(assembled({ '$context.data': { n: 1, m: 2 }, '$context.data.n': 9, '$context.x': undefined })).toEqual({
      $context: { data: { n: 9, m: 2 } },
    });
  });

  it('should leave the sample itself as it is', () => {
    const data = { n: 1 };
    assembled({ '$context.data': data, '$context.data.n': 9 });
    expect(data).toEqual({ n: 1 });
  });
});
