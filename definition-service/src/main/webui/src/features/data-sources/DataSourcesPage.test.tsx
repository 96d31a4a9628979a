import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { openAt, services, withServices } from '@/testing/product';

withServices();

const field = (name: string, type: string) => ({ name, type, databaseType: 'int8', nullable: false, generated: false });
const orders = {
  name: 'orders',
  table: 'orders',
  primaryKey: ['id'],
  fields: [field('id', 'BIG_INTEGER'), field('customer_id', 'BIG_INTEGER')],
  associations: [
    { name: 'customer', kind: 'TO_ONE', target: 'customers', localColumn: 'customer_id', foreignColumn: 'id' },
  ],
};

function sources(connection: object) {
  services.use(
    http.get('*/api/data-sources', () =>
      HttpResponse.json({ items: [{ name: 'shop', database: 'shop', schema: 'public', default: true, connection }] }),
    ),
    http.get('*/api/data-sources/shop/collections', () => HttpResponse.json({ items: [orders] })),
  );
}

it('should show the fields and associations of a collection', async () => {
  sources({ state: 'CONNECTED', detail: null, latencyMs: 2 });
  const { user } = openAt('/data-sources');

  expect(await screen.findByRole('button', { name: /shop.*Connected/ })).toHaveAttribute('aria-current', 'true');
  const row = within(await screen.findByRole('row', { name: /orders/ }));
  await user.click(row.getByRole('button', { name: /expand/i }));

  expect(screen.getByText('customer_id = customers.id')).toBeInTheDocument();
  expect(screen.getByText('primary key, required')).toBeInTheDocument();
});

it('should say why a source cannot be reached', async () => {
  sources({ state: 'UNREACHABLE', detail: 'Expected the database to answer, but it did not', latencyMs: null });
  openAt('/data-sources');

  expect(await screen.findByText('Expected the database to answer, but it did not')).toBeInTheDocument();
});

it('should read the structure anew', async () => {
  sources({ state: 'CONNECTED', detail: null, latencyMs: 2 });
  let refreshed = 0;
  services.use(
    http.post('*/api/data-sources/shop/refresh', () => {
      refreshed += 1;
      return HttpResponse.json({ items: [orders] });
    }),
  );
  const { user } = openAt('/data-sources');

  await user.click(await screen.findByRole('button', { name: 'Refresh' }));

  await waitFor(() => expect(refreshed).toBe(1));
  expect(await screen.findByText('The structure was read anew')).toBeInTheDocument();
});
