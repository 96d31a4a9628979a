import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { ReactNode } from 'react';

// Whether something can be seen is asked of jsdom's computed styles, which takes seconds with all the styles of the components.
configure({ defaultHidden: true });
export const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
// The editor asks where texts stand; jsdom has no places.
Range.prototype.getClientRects ??= () => document.createElement('div').getClientRects();
Range.prototype.getBoundingClientRect ??= () => new DOMRect();

vi.setConfig({ testTimeout: 60_000 });

const CUSTOMERS = {
  name: 'customers',
  fields: [{ name: 'name', type: 'TEXT' }],
  primaryKey: ['id'],
  associations: [],
};

const ORDERS = {
  name: 'orders',
  fields: [
    { name: 'id', type: 'INTEGER' },
    { name: 'status', type: 'TEXT' },
    { name: 'quantity', type: 'INTEGER' },
  ],
  primaryKey: ['id'],
  associations: [{ name: 'customer', kind: 'TO_ONE', target: 'customers' }],
};

/** The services' answers to what forms ask. */
export const server = setupServer(
  http.get('*/api/data-sources', () => HttpResponse.json({ items: [{ name: 'shop', default: true }] })),
  http.get('*/api/data-sources/shop/collections', () => HttpResponse.json({ items: [ORDERS, CUSTOMERS] })),
  http.get('*/api/workflows', () => HttpResponse.json({ items: [{ key: 'reserve', title: 'Reserve stock' }] })),
  http.get('*/api/workflows/1/samples', () => HttpResponse.json({ items: [] })),
);

export function show(content: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(<QueryClientProvider client={client}>{content}</QueryClientProvider>);
}
