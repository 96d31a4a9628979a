import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { openAt, services, withServices } from '@/testing/product';

withServices();

const template = (id: string, title: string, categories: string[]) => ({
  id,
  title,
  description: null,
  categories,
  triggerType: 'manual',
  document: {
    key: id,
    title,
    type: 'manual',
    nodes: [{ key: 'a', type: 'output', upstreamKey: null, branchIndex: null }],
  },
});

beforeEach(() => {
  services.use(
    http.get('*/api/templates', () =>
      HttpResponse.json({
        items: [template('stock', 'Check the stock', ['Stock']), template('price', 'Price', ['Prices'])],
      }),
    ),
  );
});

describe('TemplatesPage', () => {
  it('should show the templates of a category', async () => {
    const { user } = openAt('/templates');
    expect(await screen.findByRole('article', { name: 'Check the stock' })).toBeInTheDocument();
    await user.click(screen.getByText('Prices', { selector: '[class*=segmented] *' }));
    expect(screen.getByRole('article', { name: 'Price' })).toBeInTheDocument();
    expect(screen.queryByRole('article', { name: 'Check the stock' })).not.toBeInTheDocument();
  });

  it('should make a workflow of a template, with a key of its own when the key is taken', async () => {
    const keys: (string | undefined)[] = [];
    services.use(
      http.post('*/api/workflows', async ({ request }) => {
        const { key } = (await request.json()) as { key?: string };
        keys.push(key);
        return key === undefined
          ? HttpResponse.json({ id: '7' }, { status: 201 })
          : HttpResponse.json({ code: 'key_taken', detail: 'Expected a free key, but it is taken' }, { status: 409 });
      }),
      http.get('*/api/workflows/7', () => HttpResponse.json({ id: '7' })),
    );
    const { user, address } = openAt('/templates');
    const card = within(await screen.findByRole('article', { name: 'Check the stock' }));
    await user.click(card.getByRole('button', { name: 'Use template: Check the stock' }));
    await vi.waitFor(() => expect(address()).toBe('/workflows/7'));
    expect(keys).toEqual(['stock', undefined]);
  });
});
