import { expect, test } from 'vitest';
import { officeFixture } from './harness/fixture.ts';

const { visit, leave } = officeFixture();

test('whoever decides finds a case by initials, goes to a page and reads the keys without a mouse', async () => {
  const head = await visit('head');
  const { page } = head;
  await head.open('/desk');
  await page.getByRole('heading', { name: '收件箱' }).first().waitFor();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: '找办件、人、单位，或做一件事' });
  await palette.getByRole('searchbox').pressSequentially('tj');
  await palette.getByRole('menuitem', { name: '统计' }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/insight\/stats/);

  await page.keyboard.press('Control+k');
  await palette.getByRole('searchbox').pressSequentially('gyhxxht zsdbt');
  const matter = palette.getByRole('menuitem', { name: /工业和信息化厅招商代表团/ });
  await matter.first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/desk\/cases\//);

  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: '快捷键' });
  await keys.getByText('办理（最可能的一项）').waitFor();
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
  await leave(head);
});

test('a clerk begins what may be filed and is shown nothing of others', async () => {
  const clerk = await visit('commerce-filer');
  const { page } = clerk;
  await clerk.open('/hall');
  await page.getByRole('button', { name: /^查找/ }).click();
  const palette = page.getByRole('dialog', { name: '找办件、人、单位，或做一件事' });
  await palette.getByRole('searchbox').pressSequentially('>ygls');
  await palette.getByRole('menuitem', { name: /申报：因公临时出国任务/ }).click();
  await page.waitForURL(/\/hall\/services\/outbound-trip/);
  await page.keyboard.press('Control+k');
  await palette.getByRole('searchbox').fill('澜洲市商务局');
  await palette.getByText(/没有找到/).waitFor();
  expect(await palette.locator('.palette-line').count()).toBe(0);
  await leave(clerk);
});
