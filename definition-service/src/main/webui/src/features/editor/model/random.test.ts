import { expect, it } from 'vitest';
import { pasteNodes, copyNodes, readNodes } from './clipboard';
import { begin, change, redo, undo, type History } from './history';
import { layOut } from './layout';
import type { FlowNode, Place } from './document';
import { insertNode, moveNodes, removeNodes } from './operations';
import { runBetween } from './run';
import { placeId, toNodes, toTree } from './tree';
import { testDescriptors } from './testing';

/** A small generator of its own, so that a seed printed by a failure plays the same again. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What the services would refuse about the structure of a document. */
function faults(nodes: readonly FlowNode[]): string[] {
  const found: string[] = [];
  const keys = new Set(nodes.map(({ key }) => key));
  if (keys.size !== nodes.length) found.push('duplicate key');
  if (new Set(nodes.map(placeId)).size !== nodes.length) found.push('place taken');
  for (const node of nodes) {
    if (node.upstreamKey === null && node.branchIndex !== null) found.push(`branch without upstream: ${node.key}`);
    if (node.upstreamKey !== null && !keys.has(node.upstreamKey)) found.push(`unknown upstream: ${node.key}`);
  }
  if (toTree(nodes).strays.length > 0) found.push('strays');
  return found;
}

const types = [...testDescriptors.nodes.values()];
const options = { descriptors: testDescriptors, collapsed: new Set<string>(), errorTitle: 'On failure' };

type Step = (nodes: FlowNode[], key: string, place: Place, roll: (below: number) => number) => FlowNode[];

/** Mostly one node, at times all between two. */
function run(nodes: FlowNode[], key: string, roll: (below: number) => number): string[] {
  return roll(3) > 0 ? [key] : runBetween(nodes, key, nodes[roll(nodes.length || 1)]?.key ?? '');
}

const insert: Step = (nodes, _, place, roll) => {
  const type = types[roll(types.length)];
  return type ? insertNode(nodes, place, type, roll(4) === 0 ? 1 : null).nodes : nodes;
};
const paste: Step = (nodes, key, place, roll) => {
  const copied = readNodes(copyNodes(nodes, run(nodes, key, roll), roll(2) === 0) ?? '');
  return copied && nodes.length < 60 ? (pasteNodes(nodes, place, copied)?.nodes ?? nodes) : nodes;
};
const STEPS: Step[] = [
  insert,
  insert,
  paste,
  (nodes, key, place, roll) => moveNodes(nodes, run(nodes, key, roll), place) ?? nodes,
  (nodes, key, _, roll) => removeNodes(nodes, run(nodes, key, roll), [null, 0, 1, 'error' as const][roll(4)] ?? null),
];

function step(nodes: FlowNode[], roll: (below: number) => number): FlowNode[] {
  const key = nodes[roll(nodes.length || 1)]?.key ?? '';
  const slots = layOut(nodes, options).slots;
  const place: Place = slots[roll(slots.length)]?.place ?? { upstreamKey: null, branchIndex: null };
  return (STEPS[roll(STEPS.length)] ?? insert)(nodes, key, place, roll);
}

it('should keep the document well-formed through any sequence of operations, and undo all of them', () => {
  for (let round = 0; round < 4; round++) {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const roll = dice(seed);
    let history: History<FlowNode[]> = begin([]);
    const seen: FlowNode[][] = [history.present];
    for (let i = 0; i < 60; i++) {
      const next = step(history.present, roll);
      expect(faults(next), `seed ${seed}, step ${i}`).toEqual([]);
      expect(toNodes(toTree(next)), `seed ${seed}, step ${i}`).toEqual(next);
      expect(layOut(next, options).cards.length, `seed ${seed}, step ${i}`).toBe(next.length + 1);
      if (next !== history.present) seen.push(next);
      history = change(history, next);
    }
    for (const expected of [...seen].reverse()) {
      expect(history.present, `seed ${seed}`).toBe(expected);
      history = undo(history);
    }
    for (const expected of seen.slice(1)) {
      history = redo(history);
      expect(history.present, `seed ${seed}`).toBe(expected);
    }
  }
});

it('should never draw two cards over each other', () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const roll = dice(seed);
  let nodes: FlowNode[] = [];
  for (let i = 0; i < 120; i++) nodes = step(nodes, roll);
  const { cards } = layOut(nodes, options);
  const overlapping = cards.flatMap((a, i) =>
    cards
      .slice(i + 1)
      .filter((b) => Math.abs(a.x - b.x) < 248 && Math.abs(a.y - b.y) < 60)
      .map((b) => `${a.key} and ${b.key}`),
  );
  expect(overlapping, `seed ${seed}`).toEqual([]);
});
