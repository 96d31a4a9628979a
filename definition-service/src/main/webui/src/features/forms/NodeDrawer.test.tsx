import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import type { FieldError } from '@/api/problem';
import type { Descriptors } from '@/features/editor/model/descriptors';
import type { FlowDocument, FlowNode } from '@/features/editor/model/document';
import { NodeDrawer } from './NodeDrawer';
import { server, show, user } from '@/testing/forms';
import { TriggerDrawer } from './TriggerDrawer';

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const DESCRIPTORS: Descriptors = {
  nodes: new Map([
    [
      'calculation',
      {
        type: 'calculation',
        title: 'Calculation',
        group: 'calculation',
        icon: '',
        configSchema: { type: 'object', properties: { note: { type: 'string', title: 'Note' } } },
        resultSchema: null,
        branches: { fixed: [], open: false, minimum: 0, scope: [] },
        testable: true,
        syncCapable: true,
        help: 'Calculates.',
        example: null,
      },
    ],
  ]),
  triggers: new Map([
    [
      'webhook',
      {
        type: 'webhook',
        title: 'Webhook',
        icon: '',
        configSchema: { type: 'object' },
        contextSchema: null,
        sync: null,
        help: 'Posts.',
        example: null,
      },
    ],
  ]),
};

const NODE: FlowNode = {
  key: 'total',
  type: 'calculation',
  title: 'Total',
  config: { note: '{{$context.id}}' },
  upstreamKey: null,
  branchIndex: null,
};

const DOCUMENT: FlowDocument = {
  title: 'W',
  description: null,
  type: 'webhook',
  sync: false,
  config: {},
  options: {},
  categories: [],
  nodes: [{ ...NODE, key: 'first' }, NODE],
};

function open(node: FlowNode = NODE, errors: FieldError[] = []) {
  const changed = vi.fn<(node: FlowNode) => void>();
  const close = vi.fn();
  show(
    <NodeDrawer
      document={{ ...DOCUMENT, nodes: DOCUMENT.nodes.map((other) => (other.key === node.key ? node : other)) }}
      node={node}
      descriptors={DESCRIPTORS}
      variables={[{ value: '$context', label: 'Trigger', sample: { id: 7 } }]}
      readOnly={false}
      errors={errors}
      onChange={changed}
      onClose={close}
      workflowId="1"
    />,
  );
  return { changed, close };
}

describe('the drawer of a node', () => {
  it('should change title and config', async () => {
    const { changed } = open();
    await user.type(screen.getByRole('textbox', { name: 'Title' }), '!');
    expect(changed).toHaveBeenLastCalledWith({ ...NODE, title: 'Total!' });
    await user.clear(screen.getByLabelText('Note'));
    expect(changed).toHaveBeenLastCalledWith({ ...NODE, config: {} });
  });

  it('should show the errors of its own node only, each at its place', () => {
    open(NODE, [
      { pointer: '/nodes/0/config/note', code: 'a', detail: 'of another node' },
      { pointer: '/nodes/1/config/note', code: 'b', detail: 'of the note' },
      { pointer: '/nodes/1', code: 'c', detail: 'of the node' },
    ]);
    expect(screen.queryByText('of another node')).not.toBeInTheDocument();
    expect(screen.getByLabelText('Note')).toHaveAccessibleDescription('of the note');
    expect(screen.getByText('of the node')).toBeVisible();
  });

  it('should close by Escape', async () => {
    const { close } = open();
    await user.click(screen.getByLabelText('Note'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(close).toHaveBeenCalled());
  });

  it('should set what follows a failure', async () => {
    const { changed } = open();
    await user.click(screen.getByText('Failures'));
    await user.click(screen.getByLabelText(/error branch/));
    expect(changed).toHaveBeenLastCalledWith({ ...NODE, onFailure: 'branch' });
    await user.click(screen.getByLabelText('Try again after a failure'));
    expect(changed).toHaveBeenLastCalledWith({
      ...NODE,
      retry: { maxAttempts: 3, delay: 1_000, backoff: 'exponential' },
    });
  });

  it('should take a setting of the envelope out again', async () => {
    const { changed } = open({ ...NODE, onFailure: 'branch' });
    await user.click(screen.getByText('Failures'));
    await user.click(screen.getByLabelText('The workflow fails'));
    expect(changed).toHaveBeenLastCalledWith(NODE);
  });

  it('should run the node with samples, and pin its result', async () => {
    const asked: unknown[] = [];
    const pinned: unknown[] = [];
    server.use(
      http.post('*/api/nodes/test', async ({ request }) => {
        asked.push(await request.json());
        return HttpResponse.json({ status: 'RESOLVED', result: 42, errorCode: null, log: 'worked' });
      }),
      http.put('*/api/workflows/1/samples/total', async ({ request }) => {
        pinned.push(await request.json());
        return HttpResponse.json({ nodeKey: 'total', result: 42, updatedAt: '2026-03-01T12:00:00Z', updatedBy: 'ada' });
      }),
    );
    open();
    await user.click(screen.getByText('Test'));
    await user.click(screen.getByText('Run this node'));
    expect(await screen.findByText('worked')).toBeVisible();
    expect(screen.getByText('42')).toBeVisible();
    expect(asked).toEqual([{ type: 'calculation', config: NODE.config, variables: { $context: { id: 7 } } }]);
    const [afterRun] = screen.getAllByText('Pin as sample');
    if (afterRun) await user.click(afterRun);
    expect((await screen.findByText('Pinned')).closest('button')).toBeDisabled();
    expect(pinned).toEqual([{ result: 42 }]);
  });

  it('should say why a test could not be made', async () => {
    server.use(
      http.post('*/api/nodes/test', () =>
        HttpResponse.json({ code: 'no_worker', detail: 'Expected a worker, but there is none' }, { status: 503 }),
      ),
    );
    open();
    await user.click(screen.getByText('Test'));
    await user.click(screen.getByText('Run this node'));
    expect(await screen.findByText('Expected a worker, but there is none')).toBeVisible();
  });

  it('should say so where nobody serves the type', () => {
    open({ ...NODE, type: 'gone' });
    expect(screen.getByText(/No worker serves the type gone/)).toBeVisible();
  });
});

describe('the drawer of the trigger', () => {
  function openTrigger() {
    const changed = vi.fn<(document: FlowDocument) => void>();
    show(
      <TriggerDrawer
        document={DOCUMENT}
        descriptors={DESCRIPTORS}
        readOnly={false}
        errors={[]}
        onChange={changed}
        onClose={() => undefined}
      />,
    );
    return changed;
  }

  it('should choose how the workflow runs', async () => {
    const changed = openTrigger();
    expect(screen.getByText('Nothing is to be set here.')).toBeVisible();
    await user.click(screen.getByText('While the caller waits'));
    expect(changed).toHaveBeenLastCalledWith({ ...DOCUMENT, sync: true });
  });

  it('should set options of the workflow', async () => {
    const changed = openTrigger();
    await user.click(screen.getByText('Options'));
    await user.type(screen.getByLabelText('At most'), '1');
    expect(changed).toHaveBeenLastCalledWith({ ...DOCUMENT, options: { concurrency: { limit: 1 } } });
  });
});
