import { describe, expect, it } from 'vitest';
import { copyNodes, readNodes } from './clipboard';
import { moveNodes, moveTargets, removeNodes } from './operations';
import { beside, runBetween } from './run';
import { testDescriptors, testNode as node } from './testing';
import { placeId } from './tree';

const flow = [
  node('a', null),
  node('if', 'a', null, { rejectOnFalse: false }, 'condition'),
  node('no', 'if', 0),
  node('yes', 'if', 1, { x: '{{$jobsMapByNodeKey.a.id}}' }),
  node('yes2', 'yes', null, { x: '{{$jobsMapByNodeKey.yes}}' }),
  node('yes3', 'yes2'),
  node('last', 'if', null, { x: '{{$jobsMapByNodeKey.yes}} {{$jobsMapByNodeKey.if}}' }),
];

const places = (nodes: typeof flow | null) => (nodes ?? []).map((one) => `${one.key}@${placeId(one)}`);

describe('runBetween', () => {
  it.each([
    ['of neighbours, whichever was meant first', 'yes3', 'yes', ['yes', 'yes2', 'yes3']],
    ['of one', 'yes', 'yes', ['yes']],
    ['of what holds them, from different depths', 'a', 'yes2', ['a', 'if']],
    ['of what holds both, from different branches', 'no', 'yes2', ['if']],
    ['of a node and what it holds', 'if', 'yes', ['if']],
    ['of none where one is not there', 'a', 'gone', []],
  ])('should be %s', (_, one, other, expected) => {
    expect(runBetween(flow, one, other)).toEqual(expected);
  });
});

describe('beside', () => {
  it('should stay within the list', () => {
    expect(beside(flow, 'yes', 1)).toBe('yes2');
    expect(beside(flow, 'yes', -1)).toBeNull();
    expect(beside(flow, 'if', 1)).toBe('last');
    expect(beside(flow, 'last', 1)).toBeNull();
  });
});

describe('a run of nodes', () => {
  it('should move together, in its order', () => {
    expect(places(moveNodes(flow, ['yes', 'yes2'], { upstreamKey: 'if', branchIndex: 0 }))).toEqual([
      ...['a@>', 'if@a>', 'yes@if#0', 'yes2@yes>', 'no@yes2>', 'yes3@if#1', 'last@if>'],
    ]);
  });

  it('should not move into itself', () => {
    expect(moveNodes(flow, ['a', 'if'], { upstreamKey: 'yes', branchIndex: null })).toBeNull();
    expect([
      ...moveTargets(flow, ['yes', 'yes2'], [{ upstreamKey: 'yes', branchIndex: null }], testDescriptors).keys(),
    ]).toEqual([]);
  });

  it('should break no variable within it by moving, only those that lead out of it or into it', () => {
    // given
    const place = { upstreamKey: null, branchIndex: null };

    // when
    const broken = moveTargets(flow, ['yes', 'yes2'], [place], testDescriptors).get(placeId(place))?.broken;

    // then
    expect(broken?.map(({ nodeKey, path }) => [nodeKey, path])).toEqual([['yes', '$jobsMapByNodeKey.a.id']]);
  });

  it('should be removed as a whole', () => {
    expect(places(removeNodes(flow, ['a', 'if']))).toEqual(['last@>']);
    expect(places(removeNodes(flow, ['yes', 'yes2']))).toEqual(['a@>', 'if@a>', 'no@if#0', 'yes3@if#1', 'last@if>']);
  });

  it('should be copied as a whole, and with all that follows the last', () => {
    expect(places(readNodes(copyNodes(flow, ['yes', 'yes2']) ?? ''))).toEqual(['yes@>', 'yes2@yes>']);
    expect(places(readNodes(copyNodes(flow, ['yes', 'yes2'], true) ?? ''))).toEqual([
      'yes@>',
      'yes2@yes>',
      'yes3@yes2>',
    ]);
  });
});
