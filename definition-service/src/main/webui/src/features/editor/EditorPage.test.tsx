import { screen, waitFor, within } from '@testing-library/react';
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

const title = () => screen.findByRole('textbox', { name: 'Title of the workflow' });

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
    await user.type(await title(), ' 2');
    await user.click(screen.getByRole('button', { name: /Save/ }));

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
    await user.type(await title(), '!');
    services.use(http.get('*/api/workflows/v1', () => answer(view({ title: 'Theirs', updatedBy: 'bob' }), '"2"')));

    // when
    await user.click(screen.getByRole('button', { name: /Save/ }));

    // then
    const dialog = await screen.findByRole('dialog', { name: /bob has saved this version/ });
    expect(within(dialog).getByText('Theirs')).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: 'Overwrite with mine' }));
    await waitFor(() => expect(matches).toEqual(['"1"', '"2"']));
  });

  it('should put a node in by keyboard, and take it back', async () => {
    // given
    const { user } = openAt('/workflows/v1');
    (await screen.findByRole('button', { name: /^Sum/ })).focus();

    // when
    await user.keyboard('a');
    await user.keyboard('{Enter}');

    // then
    expect(await screen.findByRole('button', { name: /^Calculation ?Calculation$/ })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /Undo/ }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Calculation ?Calculation$/ })).toBeNull());
  });

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
    await user.click(await screen.findByRole('button', { name: '1 problem' }));
    await user.click(await screen.findByRole('button', { name: /Sum Expected an expression/ }));

    // then
    expect(await screen.findByRole('dialog', { name: /Sum/ })).toBeInTheDocument();
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
    await user.click(await screen.findByRole('button', { name: 'Edit as a new version' }));

    // then
    await waitFor(() => expect(address()).toBe('/workflows/v2'));
  });
});
