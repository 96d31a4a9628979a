import type { Descriptors, NodeType } from './descriptors';
import type { BranchIndex, FlowDocument, FlowNode, JsonObject } from './document';

/** Node types such as the services announce, for tests. */
export function testType(type: string, more: Partial<NodeType> = {}): NodeType {
  return {
    type,
    title: type,
    group: 'control',
    icon: '',
    configSchema: {},
    resultSchema: {},
    branches: { fixed: [], open: false, minimum: 0, scope: [] },
    testable: true,
    syncCapable: true,
    help: '',
    example: null,
    ...more,
  };
}

const TYPES = [
  testType('calculation', { group: 'calculation' }),
  testType('variable'),
  testType('end', { configSchema: { 'x-ends': true } }),
  testType('condition', {
    configSchema: { 'x-branches': { when: { rejectOnFalse: false } } },
    branches: {
      fixed: [
        { index: 1, title: 'Yes' },
        { index: 0, title: 'No' },
      ],
      open: false,
      minimum: 0,
      scope: [],
    },
  }),
  testType('multi-conditions', {
    configSchema: { 'x-branches': { each: 'conditions', from: 1 } },
    branches: { fixed: [{ index: 0, title: 'Otherwise' }], open: true, minimum: 0, scope: [] },
  }),
  testType('loop', {
    configSchema: { 'x-branches': { add: false } },
    branches: { fixed: [{ index: 0, title: 'Pass' }], open: true, minimum: 0, scope: ['item', 'index'] },
  }),
  testType('parallel', {
    configSchema: { 'x-joins': { mode: 'all' }, properties: { mode: { default: 'all' } } },
    branches: { fixed: [], open: true, minimum: 1, scope: [] },
  }),
];

export const testDescriptors: Descriptors = {
  nodes: new Map(TYPES.map((type) => [type.type, type])),
  triggers: new Map(),
};

export function testNode(
  key: string,
  upstreamKey: string | null,
  branchIndex: BranchIndex | null = null,
  config: JsonObject = {},
  type = 'calculation',
): FlowNode {
  return { key, type, title: key, config, upstreamKey, branchIndex };
}

export function testDocument(nodes: FlowNode[]): FlowDocument {
  return {
    title: 'Test',
    description: null,
    type: 'manual',
    sync: false,
    config: {},
    options: {},
    categories: [],
    nodes,
  };
}
