import { expect, test } from 'vitest';
import { officeFixture } from './harness/fixture.ts';

const { visit, leave } = officeFixture();

test('many cases are decided together: what is to be known of each is told before, what came of each after', async () => {
  const head = await visit('head');
  const { page } = head;
  const waiting = async () => {
    const { items }: { items: readonly { id: string; title: string; stepTitle: string }[] } = await (
      await page.request.get('/api/inbox')
    ).json();
    return items.filter(({ stepTitle }) => stepTitle === '处长审核');
  };
  const rows = (await waiting()).slice(0, 3);
  expect(rows.length).toBeGreaterThan(1);
  // A paper that is finished meanwhile moves its case, and whoever decides is told to look again.
  for (const { id } of rows)
    await expect
      .poll(
        async () => {
          const view: { papers: readonly { status: string }[] } = await (
            await page.request.get(`/api/cases/${id}`)
          ).json();
          return view.papers.some(({ status }) => status === 'asked');
        },
        { timeout: 60_000 },
      )
      .toBe(false);
  await head.open('/desk');
  for (const { title } of rows) await page.getByRole('checkbox', { name: `选中 ${title}` }).click();
  await page.getByRole('button', { name: '批量办理' }).click();
  const dialog = page.getByRole('dialog', { name: `批量办理 ${rows.length} 件` });
  // Read off the cases themselves: whether each can be taken back, and what its rules say.
  for (const { title } of rows)
    await dialog
      .getByRole('listitem')
      .filter({ hasText: title })
      .getByText(/办后(可以|不能)撤回/)
      .waitFor();
  for (const { title } of rows) {
    const tick = dialog.getByRole('checkbox', { name: `一起办：${title}` });
    if (!(await tick.isChecked())) await tick.check();
  }
  const [left] = rows;
  await dialog.getByRole('checkbox', { name: `一起办：${left?.title ?? ''}` }).uncheck();
  await dialog.getByRole('button', { name: `同意 ${rows.length - 1} 件` }).click();
  const told = page.getByRole('dialog', { name: `办理结果：${rows.length - 1} 件办成` });
  await told
    .getByRole('listitem')
    .filter({ hasText: left?.title ?? '' })
    .getByText('没有办，留在待办')
    .waitFor();
  expect(await told.getByText('已同意', { exact: true }).count()).toBe(rows.length - 1);
  await told.getByRole('button', { name: '知道了' }).click();
  await expect.poll(async () => (await waiting()).map(({ id }) => id)).toContain(left?.id);
  const after = (await waiting()).map(({ id }) => id);
  for (const { id } of rows.slice(1)) expect(after).not.toContain(id);
  await leave(head);
});
