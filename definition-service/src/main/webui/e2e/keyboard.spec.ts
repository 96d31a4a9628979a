import { expect, test, type Locator, type Page } from '@playwright/test';
import { signIn } from './product';

/** More stops than any page here has. */
const STOPS = 80;

/** Goes on with the Tab key until the focus is where it is wanted. */
async function tabTo(page: Page, wanted: Locator, key = 'Tab') {
  await expect(wanted).toBeVisible();
  for (let stop = 0; stop < STOPS; stop++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  expect(null, `Expected the Tab key to reach ${wanted.toString()}, but it does not`).not.toBeNull();
}

async function addBehindFocus(page: Page, search: string) {
  await page.keyboard.press('a');
  await expect(page.getByRole('combobox', { name: 'Search for nodes' })).toBeFocused();
  await page.keyboard.type(search);
  await page.keyboard.press('Enter');
}

test('should let one draw a workflow, save it and run it without a mouse', async ({ page }) => {
  // given
  await signIn(page);

  // when: a new workflow
  await tabTo(page, page.getByRole('button', { name: 'New workflow' }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New workflow' });
  await tabTo(page, dialog.getByLabel('Title'));
  await page.keyboard.type('Drawn by keyboard');
  const manual = dialog.getByRole('radio', { name: /^Manual/ });
  await tabTo(page, dialog.getByRole('radio').first());
  for (let at = 0; at < STOPS && !(await manual.isChecked()); at++) await page.keyboard.press('ArrowDown');
  await tabTo(page, dialog.getByRole('button', { name: 'Create' }));
  await page.keyboard.press('Enter');

  // and: a calculation behind the trigger
  await tabTo(page, page.getByRole('button', { name: /^Manual Trigger/ }));
  await addBehindFocus(page, 'calculation');
  const calculation = page.getByRole('dialog', { name: 'Calculation', exact: true });
  await tabTo(page, calculation.getByRole('textbox', { name: 'Expression' }));
  await page.keyboard.type('6 * 7');
  await tabTo(page, calculation.getByRole('button', { name: 'Close', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Enter');

  // and: an output behind that
  await expect(page.getByRole('button', { name: /^Calculation/ })).toBeFocused();
  await addBehindFocus(page, 'workflow output');
  const output = page.getByRole('dialog', { name: 'Workflow output', exact: true });
  await tabTo(page, output.getByRole('button', { name: 'Insert a variable' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Search variables' })).toBeFocused();
  await page.keyboard.type('calculation');
  await expect(page.getByRole('treeitem', { name: /^Calculation/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, output.getByRole('button', { name: 'Close', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Enter');

  // and: another title for the first, saved
  await expect(page.getByRole('button', { name: /^Workflow output/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('F2');
  await page.keyboard.type('The answer');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^The answer/ })).toBeFocused();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('All changes saved')).toBeVisible();

  // and: a run
  await tabTo(page, page.getByRole('button', { name: 'Run', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Enter');

  // then
  const panel = page.getByRole('complementary', { name: 'Run' });
  await expect(panel.getByRole('status')).toHaveText('Succeeded');
  await expect(panel.getByText('42').last()).toBeVisible();
});
