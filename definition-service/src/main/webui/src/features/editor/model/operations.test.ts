import { describe, expect, it } from 'vitest';
import { copyNodes, pasteNodes, readNodes } from './clipboard';
import type { JsonObject } from './document';
import { Graph } from './graph';
import { testDescriptors, testNode as node, testType } from './testing';
import { insertNode, moveNodes, moveTargets, referencesTo, removeNodes } from './operations';
import { renameReferences } from './references';
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
    const targets = moveTargets(flow, ['if'], wanted, testDescriptors);

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
    const targets = moveTargets(nodes, ['use'], [{ upstreamKey: 'each', branchIndex: null }], testDescriptors);

    // then
    expect(targets.get('each>')?.broken[0]?.kind).toBe('scope');
  });
});

describe('joined branches', () => {
  const fork = (config: JsonObject) => [
    node('p', null, null, config, 'parallel'),
    node('l', 'p', 0),
    node('l2', 'l'),
    node('z', 'p', null, { x: '{{$jobsMapByNodeKey.l2}}' }),
    node('y', 'z'),
  ];

  it('should have run for what stands behind them', () => {
    // given
    const graph = new Graph(fork({}), testDescriptors);

    // when / then
    expect([...graph.upstreamOf('z')]).toEqual(['p', 'l', 'l2']);
    expect([...graph.upstreamOf('l2')]).toEqual(['l', 'p']);
  });

  it('should not count where some may not have run to their ends', () => {
    expect([...new Graph(fork({ mode: 'any' }), testDescriptors).upstreamOf('z')]).toEqual(['p']);
  });

  it('should make it unsafe to move away from behind them', () => {
    // when
    const places = [
      { upstreamKey: 'y', branchIndex: null },
      { upstreamKey: null, branchIndex: null },
    ];
    const targets = moveTargets(fork({}), ['z'], places, testDescriptors);

    // then
    expect(targets.get('y>')?.broken).toEqual([]);
    expect(targets.get('>')?.broken.map(({ key }) => key)).toEqual(['l2']);
  });
});

describe('renameReferences', () => {
  const renamed = (config: Record<string, string>, type?: string) =>
    renameReferences(node('x', null, null, config, type), new Map([['a', 'z']])).config;

  it('should rename the node wherever it is named', () => {
    expect(renamed({ x: 'of {{ctx.$jobsMapByNodeKey.a}}' })).toEqual({ x: 'of {{ctx.$jobsMapByNodeKey.z}}' });
  });

  it('should not touch a key that only begins the same', () => {
    expect(renamed({ x: '{{$jobsMapByNodeKey.ab.id}}' })).toEqual({ x: '{{$jobsMapByNodeKey.ab.id}}' });
  });

  it('should rename the target of a Variable node', () => {
    expect(renamed({ target: 'a' }, 'variable')).toEqual({ target: 'z' });
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
