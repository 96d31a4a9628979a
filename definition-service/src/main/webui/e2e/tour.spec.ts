import { expect, test } from '@playwright/test';
import { checkAccessibility, picture, signInAsNewcomer } from './product';

test('should lead a newcomer to a first workflow that runs', async ({ page }, info) => {
  // given
  await signInAsNewcomer(page);
  const tour = page.getByRole('dialog', { name: 'Welcome to Millrace' });
  await expect(tour).toBeVisible();
  await checkAccessibility(page);
  await picture(page, info, 'tour');

  // when
  for (const next of ['Workflows', 'Templates', 'Executions', 'Your first workflow']) {
    await page.getByRole('dialog').getByRole('button', { name: 'Next' }).click();
    await expect(page.getByRole('dialog', { name: next })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Create and run it' }).click();

  // then
  await expect(page).toHaveURL(/\/executions\//);
  await expect(page.getByRole('definition').first()).toHaveText('Succeeded');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await picture(page, info, 'tour-first-workflow');

  // when
  await page.goto('/workflows');

  // then: it does not come again
  await expect(page.getByRole('heading', { level: 1, name: 'Workflows' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
