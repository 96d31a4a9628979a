import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { checkAccessibility, picture, signIn } from './product';

test('should take in a workflow of NocoBase, and tell what is doubtful about it', async ({ page }, info) => {
  // given: as NocoBase's REST interface answers it
  const title = `Foreign ${randomUUID()}`;
  const workflow = {
    ...{ id: 301, key: randomUUID(), title, type: 'collection', enabled: true, sync: true, executed: 4 },
    config: { collection: 'orders', mode: 1, appends: [], condition: { $and: [] } },
    nodes: [
      {
        ...{
          id: 902,
          key: 'z9',
          type: 'thirdPartyThing',
          title: 'Somebody else’s',
          upstreamId: 901,
          downstreamId: null,
        },
        ...{ branchIndex: null, config: { keep: 1 } },
      },
      {
        ...{ id: 901, key: 'c1', type: 'calculation', title: 'Twice', upstreamId: null, downstreamId: 902 },
        ...{ branchIndex: null, config: { engine: 'math.js', expression: '{{$context.data.quantity}} * 2' } },
      },
    ],
  };
  await signIn(page);

  // when
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByLabel('Or paste the document:').fill(JSON.stringify({ data: workflow }));
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();

  // then
  await expect(page.getByText(`“${title}” was imported`)).toBeVisible();
  const findings = page.getByRole('list', { name: 'Findings' });
  await expect(findings).toContainText('thirdPartyThing');
  await expect(findings).toContainText('/sync');
  await checkAccessibility(page);
  await picture(page, info, 'import-findings');

  // when
  await page.getByRole('button', { name: 'Open in the editor' }).click();

  // then: each finding leads to its node
  await expect(page.getByRole('switch', { name: 'Enabled' })).not.toBeChecked();
  await page.getByRole('button', { name: /problem/ }).click();
  await page.getByRole('button', { name: /Somebody else’s Expected/ }).click();
  await expect(page.getByRole('dialog', { name: /^Somebody else/ })).toContainText('thirdPartyThing');
  await picture(page, info, 'import-editor');
});
