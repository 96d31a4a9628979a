import { aJob } from '../testing';
import { jobInput } from './input';

const jobs = [
  aJob(1, { nodeKey: 'price', result: 10 }),
  aJob(2, { nodeKey: 'line', path: 'each[0]', result: { sku: 'A' } }),
  aJob(3, { nodeKey: 'line', path: 'each[1]', result: { sku: 'B' } }),
  aJob(4, { nodeKey: 'save', path: 'each[1]' }),
  aJob(5, { nodeKey: 'price', result: 99 }),
];
const told = { context: { n: 5, lines: [{ sku: 'A' }, {}], o: { a: 1 } }, jobs };
const save = jobs[3] ?? aJob(4);
const input = (config: unknown) => jobInput(config, told, save);

it('keeps the type of a whole template, and writes others as text', () => {
  expect(input('{{$context.n}}')).toBe(5);
  expect(input('no. {{ $context.n }}!')).toBe('no. 5!');
  expect(input({ a: ['{{$context.o}}'], b: true })).toEqual({ a: [{ a: 1 }], b: true });
});

it('takes the newest result that the job could see', () => {
  expect(input('{{$jobsMapByNodeKey.price}}')).toBe(10);
  expect(input('{{$jobsMapByNodeKey.line.sku}}')).toBe('B');
});

it('goes through lists', () => {
  expect(input('{{$context.lines.sku}}')).toEqual(['A', null]);
  expect(input('{{$context.lines.0.sku}}')).toBe('A');
  expect(input('{{$context.lines.length}}')).toBe(2);
});

it('knows the number of the pass', () => {
  expect(input('{{$scopes.each.index}}/{{$scopes.each.sequence}}')).toBe('1/2');
});

it('leaves what is not on record as it was drawn', () => {
  for (const config of ['{{$env.TOKEN}}', 'Bearer {{$env.TOKEN}}', '{{$scopes.each.item.sku}}', '{{$context.none}}']) {
    expect(input(config)).toBe(config);
  }
});
