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

test('an act on the open case is found by the initials of its name, asked about like any other, and decides nothing by itself', async () => {
  const head = await visit('head');
  const { page } = head;
  const { items }: { items: readonly { id: string; stepTitle: string; revision: number }[] } = await (
    await page.request.get('/api/inbox')
  ).json();
  const row = items.find(({ stepTitle }) => stepTitle === '处长审核');
  if (!row) throw new Error('Nothing waits for the head of division');
  await head.open(`/desk/cases/${row.id}`);
  await page
    .getByRole('region', { name: '办理', exact: true })
    .getByRole('button', { name: '同意', exact: true })
    .waitFor();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: '找办件、人、单位，或做一件事' });
  await palette.getByRole('searchbox').pressSequentially('>ty');
  await palette.getByRole('menuitem', { name: /^同意/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '确认同意' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '确认同意' }).waitFor({ state: 'detached' });

  await page.keyboard.press('Control+k');
  await palette.getByRole('searchbox').pressSequentially('>tcbz');
  await palette.getByRole('menuitem', { name: /^提出补正/ }).click();
  await page.getByRole('button', { name: /^确认提出补正/ }).waitFor();
  const now: { row: { revision: number } } = await (await page.request.get(`/api/cases/${row.id}`)).json();
  expect(now.row.revision).toBe(row.revision);
  await leave(head);
});
