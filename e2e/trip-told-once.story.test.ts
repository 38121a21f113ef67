import { describe, expect, test } from 'vitest';
import { begin, confirm, openFromInbox } from './harness/desk.ts';
import { inputAt } from './harness/fill-form.ts';
import { officeFixture } from './harness/fixture.ts';
import { caseOf } from './harness/trips.ts';
import { call } from './harness/wire.ts';

const office = officeFixture();
const { visit, leave } = office;
/** Several people at several desks, on a machine that may be busy. */
const LONG = { timeout: 240_000 };

describe('what a desk finds is told by the desk that accepted the filing, once and in one notice', () => {
  const TITLE = '云泽省工业和信息化厅招商代表团';
  const FOUND = '请写明拟签署文件的名称。';
  const ADDED = '请写明往返的全部城市。';
  const RESULTS = '签署《招商合作备忘录》1份。';
  let id = '';

  test('the head names one thing; the clerk reads nothing of it yet', LONG, async () => {
    id = await caseOf(office.address, 'head', TITLE, '处长审核');
    const head = await visit('head');
    await openFromInbox(head.page, id);
    await head.page.getByRole('button', { name: '指出“预期成果”的问题' }).click();
    await head.page.getByRole('dialog').getByLabel('第 1 个问题要补正什么').fill(FOUND);
    await confirm(head.page, '提出补正事项');
    await leave(head);
    const clerk = await call(office.address, 'industry-filer');
    const view = await clerk.view(id);
    expect([view.state.status, JSON.stringify(view)]).toEqual([
      'running',
      expect.not.stringContaining(FOUND),
    ]);
  });

  test(
    'the window finds it written down, adds what it saw itself, and tells both at once',
    LONG,
    async () => {
      const window = await visit('window');
      const { page } = window;
      await openFromInbox(page, id);
      await page.getByText('审查中提出1处需补正，请汇总后一次告知申报单位').waitFor();
      await begin(page, '退回补正');
      const dialog = page.getByRole('dialog');
      expect(await dialog.getByLabel('第 1 个问题要补正什么').inputValue()).toBe(FOUND);
      await dialog.getByRole('button', { name: '再指出一个' }).click();
      await dialog.getByLabel('第 2 个问题在哪里').selectOption({ label: '往返路线' });
      await dialog.getByLabel('第 2 个问题要补正什么').fill(ADDED);
      await confirm(page, '退回补正');
      await leave(window);
    },
  );

  test('the clerk has both with a notice, mends them, and the head goes on', LONG, async () => {
    const clerk = await visit('industry-filer');
    const { page } = clerk;
    await clerk.open(`/hall/cases/${id}`);
    await page.getByRole('heading', { name: '需要补正 2 处' }).waitFor();
    await page.getByRole('region', { name: '证件文书' }).getByText('补正通知').first().waitFor();
    await page.getByRole('link', { name: '去修改' }).click();
    const faults = page.getByRole('region', { name: '需补正 2 处' });
    for (const message of [FOUND, ADDED]) await faults.getByText(message).waitFor();
    await faults.getByRole('button', { name: /预期成果/ }).click();
    await inputAt(page, ['results']).fill(RESULTS);
    await faults.getByRole('button', { name: /往返路线/ }).click();
    await inputAt(page, ['route']).fill('北京—新加坡—广州—北京');
    await page
      .getByRole('navigation', { name: '填报进度' })
      .getByRole('link', { name: '核对并提交' })
      .click();
    await page.getByRole('button', { name: '补正后重新提交' }).click();
    await page.getByRole('heading', { name: '处长审核' }).waitFor();
    await leave(clerk);
    const head = await visit('head');
    await openFromInbox(head.page, id);
    await head.page.getByLabel('只看改动（2 处）').waitFor();
    await leave(head);
  });
});
