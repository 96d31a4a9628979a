import { describe, expect, it } from 'vitest';
import { copyNodes, pasteNodes, readNodes } from './clipboard';
import { testDescriptors, testNode as node, testType } from './testing';
import { insertNode, moveNodes, moveTargets, referencesTo, removeNodes, renameKey } from './operations';
import { placeId } from './tree';

const places = (nodes: readonly { key: string; upstreamKey: string | null; branchIndex: number | 'error' | null }[]) =>
  nodes.map((n) => `${n.key}@${placeId(n)}`);

const flow = [
  node('a', null),
  node('if', 'a', null, { rejectOnFalse: false }, 'condition'),
  node('yes', 'if', 1, { x: '{{$jobsMapByNodeKey.a.id}}' }),
  node('yes2', 'yes'),
  node('no', 'if', 0),
  node('last', 'if', null, { x: 'of {{ctx.$jobsMapByNodeKey.if}}' }),
];

const calculation = testDescriptors.nodes.get('calculation') ?? testType('calculation');

describe('insertNode', () => {
  it('should push what stood in the place behind the new node', () => {
    // when
    const { nodes, key } = insertNode(flow, { upstreamKey: 'if', branchIndex: 1 }, calculation);

    // then
    expect(key).toBe('calculation');
    expect(places(nodes)).toEqual([
      'a@>',
      'if@a>',
      'no@if#0',
      'calculation@if#1',
      'yes@calculation>',
      'yes2@yes>',
      'last@if>',
    ]);
  });

  it('should take what follows into a branch when asked to', () => {
    // given
    const condition = testDescriptors.nodes.get('condition') ?? calculation;

    // when
    const { nodes } = insertNode(
      [node('a', null), node('b', 'a'), node('c', 'b')],
      { upstreamKey: 'a', branchIndex: null },
      condition,
      1,
    );

    // then
    expect(places(nodes)).toEqual(['a@>', 'condition@a>', 'b@condition#1', 'c@b>']);
  });

  it('should fill in the defaults of the type', () => {
    // given
    const type = testType('query', { configSchema: { properties: { multiple: { default: false }, collection: {} } } });

    // when / then
    expect(insertNode([], { upstreamKey: null, branchIndex: null }, type).nodes[0]?.config).toEqual({
      multiple: false,
    });
  });

  it('should send failures of the upstream node to the error branch it is put in', () => {
    // when
    const { nodes } = insertNode([node('a', null)], { upstreamKey: 'a', branchIndex: 'error' }, calculation);

    // then
    expect(nodes[0]?.onFailure).toBe('branch');
  });
});

describe('removeNodes', () => {
  it('should close the gap', () => {
    expect(places(removeNodes(flow, ['yes']))).toEqual(['a@>', 'if@a>', 'no@if#0', 'yes2@if#1', 'last@if>']);
  });

  it('should take all branches along', () => {
    expect(places(removeNodes(flow, ['if']))).toEqual(['a@>', 'last@a>']);
  });

  it('should put the kept branch in its place', () => {
    expect(places(removeNodes(flow, ['if'], 1))).toEqual(['a@>', 'yes@a>', 'yes2@yes>', 'last@yes2>']);
  });
});

describe('moveNodes', () => {
  it('should move a node with its branches', () => {
    expect(places(moveNodes(flow, ['if'], { upstreamKey: 'last', branchIndex: null }) ?? [])).toEqual([
      'a@>',
      'last@a>',
      'if@last>',
      'no@if#0',
      'yes@if#1',
      'yes2@yes>',
    ]);
  });

  it('should refuse to move a node into itself', () => {
    expect(moveNodes(flow, ['if'], { upstreamKey: 'yes', branchIndex: null })).toBeNull();
    expect(moveNodes(flow, ['if'], { upstreamKey: 'if', branchIndex: null })).toBeNull();
  });

  it('should say which targets break variables, and which', () => {
    // given
    const wanted = [
      { upstreamKey: null, branchIndex: null },
      { upstreamKey: 'yes', branchIndex: null },
      { upstreamKey: 'if', branchIndex: null },
      { upstreamKey: 'last', branchIndex: null },
    ];

    // when
    const targets = moveTargets(flow, ['if'], wanted);

    // then: within itself is no target, its own place is none, behind `last` it comes too late for it
    expect([...targets.keys()]).toEqual(['>', 'last>']);
    expect(targets.get('>')?.broken.map((b) => [b.nodeKey, b.key])).toEqual([['yes', 'a']]);
    expect(targets.get('last>')?.broken.map((b) => [b.nodeKey, b.key])).toEqual([['last', 'if']]);
  });

  it('should count a scope that is left as broken', () => {
    // given
    const nodes = [
      node('each', null, null, {}, 'loop'),
      node('use', 'each', 0, { x: '{{$scopes.each.item}}' }),
      node('behind', 'each'),
    ];

    // when
    const targets = moveTargets(nodes, ['use'], [{ upstreamKey: 'each', branchIndex: null }]);

    // then
    expect(targets.get('each>')?.broken[0]?.kind).toBe('scope');
  });
});

describe('renameKey', () => {
  it('should rename the node wherever it is named', () => {
    // when
    const nodes = renameKey(flow, 'if', 'check') ?? [];

    // then
    expect(places(nodes)).toContain('yes@check#1');
    expect(nodes.find(({ key }) => key === 'last')?.config['x']).toBe('of {{ctx.$jobsMapByNodeKey.check}}');
  });

  it('should not touch a key that only begins the same', () => {
    // given
    const nodes = [node('a', null), node('ab', 'a'), node('c', 'ab', null, { x: '{{$jobsMapByNodeKey.ab.id}}' })];

    // when / then
    expect(renameKey(nodes, 'a', 'z')?.[2]?.config['x']).toBe('{{$jobsMapByNodeKey.ab.id}}');
  });

  it('should refuse a key that is taken or that no variable can name', () => {
    expect(renameKey(flow, 'a', 'no')).toBeNull();
    expect(renameKey(flow, 'a', 'a b')).toBeNull();
  });

  it('should rename the target of a Variable node', () => {
    // given
    const nodes = [node('v', null, null, {}, 'variable'), node('w', 'v', null, { target: 'v', value: 1 }, 'variable')];

    // when / then
    expect(renameKey(nodes, 'v', 'total')?.[1]?.config['target']).toBe('total');
  });
});

describe('clipboard', () => {
  it('should paste with new keys and follow references among the copied nodes only', () => {
    // given
    const nodes = [
      node('a', null),
      node('if', 'a', null, { rejectOnFalse: false }, 'condition'),
      node('in', 'if', 1, { own: '{{$jobsMapByNodeKey.if}}', outer: '{{$jobsMapByNodeKey.a:1}}' }),
    ];
    const copied = readNodes(copyNodes(nodes, ['if']) ?? '') ?? [];

    // when
    const pasted = pasteNodes(nodes, { upstreamKey: 'if', branchIndex: null }, copied);

    // then
    expect(pasted?.key).toBe('if2');
    expect(places(pasted?.nodes ?? [])).toEqual(['a@>', 'if@a>', 'in@if#1', 'if2@if>', 'in2@if2#1']);
    expect(pasted?.nodes.at(-1)?.config).toEqual({
      own: '{{$jobsMapByNodeKey.if2}}',
      outer: '{{$jobsMapByNodeKey.a:1}}',
    });
  });

  it('should keep the keys in a workflow where they are free', () => {
    // given
    const copied = readNodes(copyNodes(flow, ['if']) ?? '') ?? [];

    // when / then
    expect(places(pasteNodes([], { upstreamKey: null, branchIndex: null }, copied)?.nodes ?? [])).toContain('no@if#0');
  });

  it('should copy what follows as well when asked to', () => {
    expect(places(readNodes(copyNodes(flow, ['yes'], true) ?? '') ?? [])).toEqual(['yes@>', 'yes2@yes>']);
  });

  it.each(['', '{}', '[1]', '{"nodes": [{"key": 1}]}', '{"nodes": []}'])('should not take %s for nodes', (text) => {
    expect(readNodes(text)).toBeNull();
  });
});

describe('referencesTo', () => {
  it('should find who names a node', () => {
    expect(referencesTo(flow, new Set(['a'])).map(({ nodeKey }) => nodeKey)).toEqual(['yes']);
  });
});
