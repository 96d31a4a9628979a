import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { session } from '@/api/session';
import { openAt, services, withServices } from '@/testing/product';

withServices();

beforeEach(() => {
  services.use(http.get('*/api/workflows', () => HttpResponse.json({ items: [] })));
});

describe('Shell', () => {
  it('should show where one is', async () => {
    openAt('/workflows');
    const navigation = await screen.findByRole('navigation', { name: 'Main navigation' });
    expect(within(navigation).getByRole('link', { name: 'Workflows' })).toHaveAttribute('aria-current', 'page');
    await waitFor(() => expect(document.title).toBe('Workflows · Millrace'));
  });

  it('should collapse the navigation, and keep the names of its links', async () => {
    const { user } = openAt('/workflows');
    await user.click(await screen.findByRole('button', { name: 'Collapse' }));
    expect(screen.getByRole('link', { name: 'Executions' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Expand the navigation' })).toHaveAttribute('aria-expanded', 'false');
  });

  it('should say so when nothing is at an address', async () => {
    openAt('/nowhere');
    expect(await screen.findByRole('heading', { name: 'There is nothing here' })).toBeInTheDocument();
  });

  it('should lead to the login when the session ends, and remember the place', async () => {
    const { address } = openAt('/workflows?text=stock');
    await screen.findByRole('heading', { level: 1, name: 'Workflows' });
    session.end();
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
    expect(decodeURIComponent(address())).toBe('/login?to=/workflows?text=stock');
  });

  it('should lead to the login when a service no longer accepts the token', async () => {
    services.use(http.get('*/api/workflows', () => HttpResponse.json({ code: 'unauthorized' }, { status: 401 })));
    openAt('/workflows');
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
  });
});
