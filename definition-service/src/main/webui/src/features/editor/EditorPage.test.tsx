import { fireEvent, screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { openAt, services, withServices } from '@/testing/product';

withServices();

const CALCULATION = {
  type: 'calculation',
  title: 'Calculation',
  group: 'calculation',
  icon: 'calculator',
  configSchema: { type: 'object', properties: {} },
  resultSchema: {},
  branches: { fixed: [], open: false, minimum: 0, scope: [] },
  help: 'Calculates',
};

const view = (more: object = {}) => ({
  id: 'v1',
  key: 'flow',
  version: 1,
  title: 'Prices',
  type: 'manual',
  sync: false,
  enabled: false,
  current: true,
  executed: false,
  categories: [],
  config: {},
  options: {},
  updatedBy: 'ada',
  nodes: [{ key: 'sum', type: 'calculation', title: 'Sum', config: {}, upstreamKey: null, branchIndex: null }],
  findings: [],
  versions: [{ id: 'v1', version: 1, updatedBy: 'ada', current: true }],
  ...more,
});

const answer = (body: object, etag: string) => HttpResponse.json(body, { headers: { ETag: etag } });

beforeEach(() => {
  services.use(
    http.get('*/api/workflows/v1', () => answer(view(), '"1"')),
    http.get('*/api/node-types', () => HttpResponse.json({ items: [CALCULATION] })),
    http.get('*/api/workflows/:id/samples', () => HttpResponse.json({ items: [] })),
    http.get('*/api/data-sources', () => HttpResponse.json({ items: [] })),
    http.get('*/api/executions', () => HttpResponse.json({ items: [] })),
    http.post('*/api/workflows/validate', () => HttpResponse.json({ violations: [], findings: [], valid: true })),
  );
});

// By label, not by role: roles of a whole page are slow to tell in jsdom.
const title = () => screen.findByLabelText('Title of the workflow');
const save = () => screen.getByText('Save');

describe('EditorPage', () => {
  it('should save what was changed, over the version that was read', async () => {
    // given
    const saved: { body: unknown; ifMatch: string | null }[] = [];
    services.use(
      http.patch('*/api/workflows/v1', async ({ request }) => {
        saved.push({ body: await request.json(), ifMatch: request.headers.get('If-Match') });
        return answer(view({ title: 'Prices 2' }), '"2"');
      }),
    );
    const { user } = openAt('/workflows/v1');

    // when
    fireEvent.change(await title(), { target: { value: 'Prices 2' } });
    await user.click(save());

    // then
    expect(await screen.findByText('All changes saved')).toBeInTheDocument();
    expect(saved).toEqual([{ body: { title: 'Prices 2' }, ifMatch: '"1"' }]);
  });

  it('should show what differs when somebody else saved first, and overwrite only when told to', async () => {
    // given
    const matches: (string | null)[] = [];
    services.use(
      http.patch('*/api/workflows/v1', ({ request }) => {
        matches.push(request.headers.get('If-Match'));
        return matches.length === 1
          ? HttpResponse.json({ code: 'changed_meanwhile', detail: 'Expected no change' }, { status: 412 })
          : answer(view({ title: 'Prices!' }), '"3"');
      }),
    );
    const { user } = openAt('/workflows/v1');
    fireEvent.change(await title(), { target: { value: 'Prices!' } });
    services.use(http.get('*/api/workflows/v1', () => answer(view({ title: 'Theirs', updatedBy: 'bob' }), '"2"')));

    // when
    await user.click(save());

    // then
    expect(await screen.findByText(/bob has saved this version/)).toBeInTheDocument();
    expect(screen.getByText('Theirs')).toBeInTheDocument();
    await user.click(screen.getByText('Overwrite with mine'));
    await waitFor(() => expect(matches).toEqual(['"1"', '"2"']));
  });

  it('should put a node in by keyboard, and take it back', async () => {
    // given
    const { user } = openAt('/workflows/v1');
    (await screen.findByText('Sum')).closest('button')?.focus();

    // when
    await user.keyboard('a');
    await user.type(await screen.findByLabelText('Search for nodes'), 'calc{Enter}');

    // then
    expect(await screen.findByLabelText('Actions on Calculation')).toBeInTheDocument();
    fireEvent.click(screen.getByLabelText(/^Undo/));
    await waitFor(() => expect(screen.queryByLabelText('Actions on Calculation')).toBeNull());
    // Palette and drawer are drawn whole, which jsdom takes its time for on a busy machine.
  }, 60_000);

  it('should lead from a problem to its node', async () => {
    // given
    const violation = { pointer: '/nodes/0/config/expression', code: 'missing', detail: 'Expected an expression' };
    services.use(
      http.post('*/api/workflows/validate', () =>
        HttpResponse.json({ violations: [violation], findings: [], valid: false }),
      ),
    );
    const { user } = openAt('/workflows/v1');

    // when
    await user.click(await screen.findByLabelText('1 problem', { selector: 'button' }));
    await user.click(await screen.findByText(/Expected an expression/));

    // then: the drawer of the node
    expect(await screen.findByDisplayValue('Sum')).toBeInTheDocument();
  });

  it('should not let a version be changed that has run, but make a new one of it', async () => {
    // given
    services.use(
      http.get('*/api/workflows/v1', () => answer(view({ executed: true }), '"1"')),
      http.post('*/api/workflows/v1/revisions', () => answer(view({ id: 'v2', version: 2 }), '"1"')),
      http.get('*/api/workflows/v2', () => answer(view({ id: 'v2', version: 2 }), '"1"')),
    );
    const { user, address } = openAt('/workflows/v1');
    expect(await title()).toHaveAttribute('readonly');

    // when
    await user.click(await screen.findByText('Edit as a new version'));

    // then
    await waitFor(() => expect(address()).toBe('/workflows/v2'));
  });
});
