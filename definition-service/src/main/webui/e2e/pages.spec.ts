import { expect, test, type Page } from '@playwright/test';
import { checkAccessibility, picture, signIn } from './product';

const pages = [
  ['/workflows', 'Workflows'],
  ['/templates', 'Templates'],
  ['/executions', 'Executions'],
  ['/data-sources', 'Data sources'],
  ['/triggers', 'Triggers'],
  ['/dead-letters', 'Dead letters'],
  ['/settings', 'Settings'],
] as const;

/** A page that shows what happens live keeps a stream open: its network need never be idle. */
async function settled(page: Page) {
  await page.waitForLoadState('networkidle', { timeout: 4_000 }).catch(() => undefined);
}

test('should ask who one is, and lead back to the page that was asked for', async ({ page }, info) => {
  // given
  await page.addInitScript(() => localStorage.setItem('millrace.tour.seen', '2026-01-01T00:00:00Z'));

  // when
  await page.goto('/executions?status=%5B%22FAILED%22%5D');

  // then
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await checkAccessibility(page);
  await picture(page, info, 'login');

  // when
  await page.getByLabel('Username').fill('admin');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();

  // then
  await expect(page.getByText('Username or password is not right.')).toBeVisible();
});

for (const appearance of ['light', 'dark'] as const) {
  test(`should show every page without serious faults of access, ${appearance}`, async ({ page }, info) => {
    // given
    await page.addInitScript((wanted) => localStorage.setItem('millrace.appearance', wanted), appearance);
    await signIn(page);

    for (const [path, title] of pages) {
      // when
      await page.goto(path);

      // then
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await settled(page);
      await checkAccessibility(page);
      await picture(page, info, `${title.toLowerCase().replace(' ', '-')}-${appearance}`);
    }
  });
}

test('should load the list of workflows with less than 600 KiB of JavaScript, and the editor apart', async ({
  page,
}) => {
  // given
  await signIn(page);
  // What signing in still loads would be counted twice, and a link under the resting mouse preloads another page.
  await page.goto('about:blank');
  await page.mouse.move(0, 0);
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Map<string, string>();
  const sizes = new Map<string, number>();
  network.on('Network.responseReceived', ({ type, requestId, response }) => {
    if (type === 'Script') scripts.set(requestId, response.url);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));

  // when
  await page.goto('/workflows');
  await expect(page.getByRole('heading', { level: 1, name: 'Workflows' })).toBeVisible();
  await settled(page);

  // then
  const bytes = [...scripts.keys()].reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0);
  expect([...scripts.values()].filter((url) => url.includes('EditorPage'))).toEqual([]);
  expect(bytes / 1024).toBeGreaterThan(50);
  expect(bytes / 1024).toBeLessThan(600);
});
