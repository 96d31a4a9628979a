import { AxeBuilder } from '@axe-core/playwright';
import { expect, type APIRequestContext, type Page, type TestInfo } from '@playwright/test';

const password = process.env['MILLRACE_ADMIN_PASSWORD'] ?? 'first-login-of-a-test';

/** A call of the product's own API, for what a walk needs and does not show. */
export async function call(request: APIRequestContext, method: string, path: string, data?: unknown) {
  const login = await request.post('/api/auth/token', { data: { username: 'admin', password } });
  const { token } = (await login.json()) as { token: string };
  const answer = await request.fetch(path, { method, data, headers: { authorization: `Bearer ${token}` } });
  expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true);
  const text = await answer.text();
  return (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
}

export async function signIn(page: Page) {
  // The tour greets newcomers; walks that are not about it begin as somebody who has seen it.
  await page.addInitScript(() => localStorage.setItem('millrace.tour.seen', '2026-01-01T00:00:00Z'));
  await page.goto('/login');
  await page.getByLabel('Username').fill('admin');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/workflows/);
}

/** No serious violation of WCAG 2.2 AA, whatever the page shows now. */
export async function checkAccessibility(page: Page) {
  const result = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const serious = result.violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  expect(serious).toEqual([]);
}

/** Pictures are for people who look at a build; nothing is compared with them. */
export async function picture(page: Page, info: TestInfo, name: string) {
  await page.screenshot({ path: info.outputPath('..', 'pictures', `${name}.png`), animations: 'disabled' });
}
