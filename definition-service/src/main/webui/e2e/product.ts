import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type APIRequestContext, type Page, type TestInfo } from '@playwright/test';

const password = process.env['MILLRACE_ADMIN_PASSWORD'] ?? 'first-login-of-a-test';

/** A call of the product's own API, for what a walk needs and does not show. */
export async function call<Answer = Record<string, unknown>>(
  request: APIRequestContext,
  method: string,
  path: string,
  data?: unknown,
): Promise<Answer> {
  const login = await request.post('/api/auth/token', { data: { username: 'admin', password } });
  const { token } = (await login.json()) as { token: string };
  const answer = await request.fetch(path, { method, data, headers: { authorization: `Bearer ${token}` } });
  expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true);
  const text = await answer.text();
  return (text === '' ? {} : JSON.parse(text)) as Answer;
}

interface Node {
  key: string;
  type: string;
  config: object;
  title?: string;
  upstreamKey?: string | null;
  branchIndex?: number | null;
}

/** A workflow that is started by hand, its nodes one behind the other where they do not say otherwise; gives the version's id. */
export async function workflowOf(request: APIRequestContext, title: string, nodes: readonly Node[]): Promise<string> {
  const chained = nodes.map((node, at) => ({
    ...{ title: node.key, upstreamKey: nodes[at - 1]?.key ?? null, branchIndex: null },
    ...node,
  }));
  const document = { title, type: 'manual', sync: false, enabled: true, config: {}, options: {}, nodes: chained };
  const { id } = await call<{ id: string }>(request, 'POST', '/api/workflows', document);
  return id;
}

export async function execute(request: APIRequestContext, id: string, data: object): Promise<string> {
  const started = await call<{ executionId: string }>(request, 'POST', `/api/workflows/${id}/execute`, {
    context: { data },
  });
  return started.executionId;
}

/** Signs in as somebody who has been here before: the tour greets newcomers, and most walks are not about it. */
export async function signIn(page: Page) {
  await page.addInitScript(() => localStorage.setItem('millrace.tour.seen', '2026-01-01T00:00:00Z'));
  await signInAsNewcomer(page);
}

export async function signInAsNewcomer(page: Page) {
  await page.goto('/login');
  await page.getByLabel('Username').fill('admin');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/workflows/);
}

/** No serious violation of WCAG 2.2 AA, whatever the page shows now. */
export async function checkAccessibility(page: Page) {
  // What fades in has not its colours yet.
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
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
  await page.screenshot({ path: join(info.project.outputDir, 'pictures', `${name}.png`), animations: 'disabled' });
}
