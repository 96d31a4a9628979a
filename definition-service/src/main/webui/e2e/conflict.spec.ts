import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { save } from './editor';
import { call, checkAccessibility, picture, signIn, workflowOf } from './product';

test('should show two designers who save at once what differs, and let the second decide', async ({
  page,
  browser,
  request,
}, info) => {
  // given
  const id = await workflowOf(request, `Shared ${randomUUID()}`, [
    { key: 'sum', type: 'calculation', title: 'Sum', config: { engine: 'math.js', expression: '1 + 1' } },
  ]);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  for (const one of [page, other]) {
    await signIn(one);
    await one.goto(`/workflows/${id}`);
  }
  await rename(other, 'Sum of the other');
  await rename(page, 'Sum of mine');

  // when
  await save(other);
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  // then
  const dialog = page.getByRole('dialog', { name: 'admin has saved this version in the meantime' });
  await expect(dialog).toContainText('Sum of the other');
  await expect(dialog).toContainText('Sum of mine');
  await checkAccessibility(page);
  await picture(page, info, 'conflict');

  // when
  await dialog.getByRole('button', { name: 'Overwrite with mine' }).click();

  // then
  await expect(page.getByText('All changes saved')).toBeVisible();
  const saved = await call<{ nodes: { title: string }[] }>(request, 'GET', `/api/workflows/${id}`);
  expect(saved.nodes.map(({ title }) => title)).toEqual(['Sum of mine']);
  await elsewhere.close();
});

async function rename(page: Page, title: string) {
  await page.getByRole('button', { name: /^Sum/ }).click();
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
}
