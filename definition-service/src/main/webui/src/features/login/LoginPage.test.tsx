import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { session } from '@/api/session';
import { openAt, services, withServices } from '@/testing/product';

withServices();

beforeEach(() => {
  session.end();
  services.use(
    http.get('*/api/workflows', () => HttpResponse.json({ items: [] })),
    http.post('*/api/auth/token', async ({ request }) => {
      const { password } = (await request.json()) as { password: string };
      return password === 'right'
        ? HttpResponse.json({ token: 'fresh' })
        : HttpResponse.json({ code: 'wrong_credentials', detail: 'Expected other words' }, { status: 401 });
    }),
  );
});

async function signIn(address: string, password: string) {
  const opened = openAt(address);
  await opened.user.type(await screen.findByLabelText('Username'), 'ada');
  await opened.user.type(screen.getByLabelText('Password'), password);
  await opened.user.click(screen.getByRole('button', { name: 'Sign in' }));
  return opened;
}

describe('LoginPage', () => {
  it('should lead back to where one wanted to go', async () => {
    const { address } = await signIn('/workflows?text=stock', 'right');
    expect(await screen.findByRole('heading', { level: 1, name: 'Workflows' })).toBeInTheDocument();
    expect(session.token()).toBe('fresh');
    expect(address()).toBe('/workflows?text=stock');
  });

  it('should say that the password is wrong', async () => {
    await signIn('/login', 'wrong');
    expect(await screen.findByText('Username or password is not right.')).toBeInTheDocument();
    expect(session.token()).toBeNull();
  });

  it('should say that nothing answers', async () => {
    services.use(http.post('*/api/auth/token', () => HttpResponse.error()));
    await signIn('/login', 'right');
    expect(await screen.findByText('The server cannot be reached. Is it running?')).toBeInTheDocument();
  });
});
