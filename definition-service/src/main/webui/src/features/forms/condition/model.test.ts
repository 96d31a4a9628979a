import { readCondition, writeCondition } from './model';

describe('conditions of the basic engine', () => {
  const both = {
    group: {
      type: 'and',
      calculations: [
        { calculator: 'equal', operands: ['{{$context.data.status}}', 'open'] },
        { group: { type: 'or', calculations: [{ calculator: 'gt', operands: ['{{$context.n}}', 1000] }], not: true } },
        { calculator: 'empty', operands: ['{{$context.x}}'] },
      ],
    },
  };

  it('should write what it has read', () => {
    expect(writeCondition(readCondition(both))).toEqual(both);
  });

  it('should put a single question into a group', () => {
    const item = { calculator: '==', operands: [1, 1] };
    expect(writeCondition(readCondition(item))).toEqual({
      group: { type: 'and', calculations: [{ calculator: 'equal', operands: [1, 1] }] },
    });
  });

  it.each([undefined, null, {}])('should read %j as no condition', (calculation) => {
    expect(writeCondition(readCondition(calculation))).toBeUndefined();
  });

  it.each([
    { calculator: 'soundsLike', operands: [1, 2] },
    { calculator: 'equal' },
    { group: { type: 'xor', calculations: [] } },
  ])('should keep %j, which it has no words for', (calculation) => {
    expect(writeCondition(readCondition(calculation))).toEqual({ group: { type: 'and', calculations: [calculation] } });
  });
});
