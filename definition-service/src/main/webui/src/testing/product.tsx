import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { cleanup, render, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { session } from '@/api/session';
import { Appearance } from '@/app/Appearance';
import { routerOn } from '@/app/router';
import { useTour } from '@/features/tour/state';

const ME = { id: '1', username: 'ada', roles: ['admin'] };

/** What every page asks for. */
const usual = [
  http.get('*/api/auth/me', () => HttpResponse.json(ME)),
  http.get('*/api/node-types', () => HttpResponse.json({ items: [] })),
  http.get('*/api/trigger-types', () =>
    HttpResponse.json({
      items: [{ type: 'manual', title: 'Manual', icon: 'hand', configSchema: {}, help: 'By hand' }],
    }),
  ),
  http.get('*/api/executions/statistics', () => HttpResponse.json({ items: [] })),
];

/** The services, as far as a test says what they answer; anything else that is asked for fails the test. */
export const services = setupServer(...usual);

const opened = new Set<ReturnType<typeof routerOn>>();

/** A router that still loads a page when its test file ends finds no window any more; one that is unmounted never ends to load. */
async function closePages() {
  await waitFor(() => opened.forEach((router) => expect(router.state.status).toBe('idle')));
  opened.clear();
  cleanup();
}

export function withServices() {
  beforeAll(() => services.listen({ onUnhandledRequest: 'error' }));
  beforeEach(() => {
    // The tour greets whoever has not seen it, and what is behind its dialog cannot be found by role.
    localStorage.setItem('millrace.tour.seen', 'yes');
    useTour.setState({ running: false });
    session.begin('token');
  });
  afterEach(async () => {
    // First: a page that is open goes to the login when the session ends.
    await closePages();
    services.resetHandlers();
    session.end();
    localStorage.clear();
  });
  afterAll(() => services.close());
}

/** The whole product at an address. */
export function openAt(address: string) {
  const history = createMemoryHistory({ initialEntries: [address] });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = routerOn(history);
  opened.add(router);
  const user = userEvent.setup();
  render(
    <Appearance>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Appearance>,
  );
  return { user, address: () => history.location.href };
}
