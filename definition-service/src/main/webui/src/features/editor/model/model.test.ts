import { describe, expect, it } from 'vitest';
import { nextBranch, shownBranches } from './branches';
import { diff, isSame } from './diff';
import { begin, change, undo } from './history';
import { layOut, pathOf } from './layout';
import { testDescriptors, testDocument, testNode as node, testType } from './testing';
import { toTree } from './tree';
import { fromSample, variablesAt } from './variables';

const type = (name: string) => testDescriptors.nodes.get(name);
const options = { descriptors: testDescriptors, collapsed: new Set<string>(), errorTitle: 'On failure' };

describe('toTree', () => {
  it('should keep nodes that hang on nothing apart', () => {
    // given: a cycle, an unknown upstream node, and two in one place
    const nodes = [node('a', null), node('x', 'y'), node('y', 'x'), node('z', 'nobody'), node('b', null)];

    // when
    const tree = toTree(nodes);

    // then
    expect(tree.root.map((item) => item.node.key)).toEqual(['a']);
    expect(tree.strays.map(({ key }) => key)).toEqual(['x', 'y', 'z', 'b']);
  });
});

describe('shownBranches', () => {
  it('should show the branches of a condition only when it has them', () => {
    const condition = node('c', null, null, { rejectOnFalse: true }, 'condition');
    expect(shownBranches(condition, [], type('condition'))).toEqual([]);
    expect(
      shownBranches({ ...condition, config: { rejectOnFalse: false } }, [], type('condition')).map((b) => b.title),
    ).toEqual(['Yes', 'No']);
  });

  it('should never hide a branch with nodes in it', () => {
    const condition = node('c', null, null, { rejectOnFalse: true }, 'condition');
    expect(shownBranches(condition, [0], type('condition'))).toEqual([{ index: 0, title: 'No' }]);
  });

  it('should name branches after the elements of the config, otherwise last', () => {
    const multi = node('m', null, null, { conditions: [{ title: 'Large' }, {}] }, 'multi-conditions');
    expect(shownBranches(multi, [], type('multi-conditions')).map((b) => b.title)).toEqual([
      'Large',
      '#2',
      'Otherwise',
    ]);
  });

  it('should show the error branch where failures go there', () => {
    expect(shownBranches({ ...node('a', null), onFailure: 'branch' }, [], type('calculation'), 'On failure')).toEqual([
      { index: 'error', title: 'On failure' },
    ]);
  });

  it('should offer a further branch only where branches are drawn by hand', () => {
    expect(nextBranch([0, 1, 'error'], type('parallel'))).toBe(2);
    expect(nextBranch([], type('parallel'))).toBe(1);
    expect(nextBranch([0], type('loop'))).toBeNull();
    expect(nextBranch([0], type('multi-conditions'))).toBeNull();
    expect(nextBranch([], type('calculation'))).toBeNull();
  });
});

describe('layOut', () => {
  it('should put branches side by side and let them meet behind', () => {
    // when
    const layout = layOut(
      [
        node('if', null, null, { rejectOnFalse: false }, 'condition'),
        node('yes', 'if', 1),
        node('no', 'if', 0),
        node('last', 'if'),
      ],
      options,
    );
    const at = (key: string) => layout.cards.find((card) => card.key === key) ?? { x: NaN, y: NaN };

    // then
    expect(at('yes').y).toBe(at('no').y);
    expect(at('yes').x).toBe(-at('no').x);
    expect(at('yes').x).toBeLessThan(0);
    expect(at('last').x).toBe(0);
    expect(at('last').y).toBeGreaterThan(at('yes').y);
  });

  it('should draw no way on behind a node that ends the workflow', () => {
    const layout = layOut([node('end', null, null, {}, 'end')], options);
    expect(layout.ends).toMatchObject([{ stop: true }]);
    expect(layout.slots).toHaveLength(1);
  });

  it('should hide what is in a collapsed node and count it', () => {
    const nodes = [node('each', null, null, {}, 'loop'), node('a', 'each', 0), node('b', 'a')];
    const layout = layOut(nodes, { ...options, collapsed: new Set(['each']) });
    expect(layout.cards.map(({ key, hidden }) => [key, hidden])).toEqual([
      ['$trigger', 0],
      ['each', 2],
    ]);
  });

  it('should lay out a large workflow in no time', () => {
    const nodes = Array.from({ length: 2000 }, (_, i) => node(`n${i}`, i === 0 ? null : `n${i - 1}`));
    const began = performance.now();
    expect(layOut(nodes, options).cards).toHaveLength(2001);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('should round corners, and no more than there is room for', () => {
    expect(
      pathOf([
        [0, 0],
        [0, 10],
        [100, 10],
      ]),
    ).toBe('M0 0L0 5Q0 10 8 10L100 10');
  });
});

describe('history', () => {
  it('should make one step of changes about the same thing', () => {
    let history = change(begin('a'), 'ab', 'title');
    history = change(history, 'abc', 'title');
    expect(undo(history).present).toBe('a');
  });
});

describe('diff', () => {
  const before = testDocument([node('a', null), node('b', 'a', null, { n: 1, o: { p: 1 } }), node('c', 'b')]);

  it('should find nothing between equal documents', () => {
    expect(isSame(diff(before, structuredClone(before)))).toBe(true);
  });

  it('should tell what changed in a node, field by field', () => {
    const after = {
      ...before,
      title: 'New',
      nodes: before.nodes.map((n) => (n.key === 'b' ? { ...n, config: { n: 1, o: { p: 2 } } } : n)),
    };
    const found = diff(before, after);
    expect(found.fields).toEqual([{ pointer: '/title', before: 'Test', after: 'New' }]);
    expect(found.nodes).toMatchObject([
      { key: 'b', kind: 'changed', fields: [{ pointer: '/config/o/p', before: 1, after: 2 }] },
    ]);
  });

  it('should not call a node moved that only closed up', () => {
    const after = testDocument([node('a', null), node('c', 'a')]);
    expect(diff(before, after).nodes).toMatchObject([{ key: 'b', kind: 'removed' }]);
  });

  it('should not call a node moved that only made room', () => {
    const after = testDocument([
      node('a', null),
      node('new', 'a'),
      { ...(before.nodes[1] ?? node('b', 'a')), upstreamKey: 'new' },
      node('c', 'b'),
    ]);
    expect(diff(before, after).nodes).toMatchObject([{ key: 'new', kind: 'added' }]);
  });
});

describe('variablesAt', () => {
  const query = testType('query', { resultSchema: { type: 'object', 'x-ui': 'record', properties: {} } });
  const descriptors = {
    nodes: new Map([...testDescriptors.nodes, ['query', query]]),
    triggers: new Map([
      [
        'webhook',
        {
          type: 'webhook',
          title: '',
          icon: '',
          configSchema: {},
          sync: null,
          help: '',
          example: null,
          contextSchema: { type: 'object', properties: { body: { title: 'Body' } } },
        },
      ],
    ]),
  };
  const label = (name: string) => name;
  const nodes = [
    node('find', null, null, { collection: 'orders' }, 'query'),
    node('each', 'find', null, { target: '{{$jobsMapByNodeKey.find.lines}}' }, 'loop'),
    node('in', 'each', 0),
    node('side', 'find', 'error'),
  ];
  const document = { ...testDocument(nodes), type: 'webhook' };

  it('should offer scopes around the node and results before it', () => {
    const found = variablesAt(document, 'in', { descriptors, label });
    expect(found.map((heading) => heading.label)).toEqual(['scopes', 'results', 'context', 'system']);
    expect(found[0]?.children?.[0]?.children?.map(({ value }) => value)).toEqual([
      '$scopes.each.item',
      '$scopes.each.index',
    ]);
    expect(found[1]?.children?.map(({ value }) => value)).toEqual(['$jobsMapByNodeKey.each', '$jobsMapByNodeKey.find']);
    expect(found[2]?.children?.map(({ value }) => value)).toEqual(['$context.body']);
  });

  it('should open a record by the fields of its collection, and a sample by its own', () => {
    const samples = new Map<string, unknown>([['find', { id: 7, lines: [{ sku: 'K1' }] }]]);
    const fields = (name: string) => (name === 'orders' ? [{ name: 'id', type: 'INTEGER' }] : undefined);
    const [scopes, results] = variablesAt(document, 'in', { descriptors, label, samples, fields });
    const find = results?.children?.find(({ value }) => value.endsWith('.find'));
    expect(find?.children?.map(({ value, sample }) => [value, sample])).toEqual([
      ['$jobsMapByNodeKey.find.id', 7],
      ['$jobsMapByNodeKey.find.lines', [{ sku: 'K1' }]],
    ]);
    expect(scopes?.children?.[0]?.children?.[0]?.children?.[0]).toMatchObject({
      value: '$scopes.each.item.sku',
      sample: 'K1',
    });
  });

  it('should leave out names that no variable can say', () => {
    expect(fromSample('$context', 'c', { 'a b': 1, ok: 2 }).children?.map(({ label: name }) => name)).toEqual(['ok']);
  });
});
