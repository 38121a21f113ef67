import type { Answers } from '@zhitongche/kernel';
import { departmentBudget } from '@zhitongche/services/department-budget/index.ts';
import { budgetForm } from '@zhitongche/services/department-budget/form.ts';
import { describe, expect, test } from 'vitest';
import { shot, type Visitor } from './harness/browser.ts';
import { begin, confirm, decide, openFromInbox } from './harness/desk.ts';
import { addRow, answer, fieldAround, inputAt, put } from './harness/hand.ts';
import { overflow, violations } from './harness/page-law.ts';
import { stage } from './harness/stage.ts';

const { visit, leave } = stage();
const BUDGET: Answers = { ...departmentBudget.sample('2026-03-10'), unit: '云泽省发展和改革委员会' };
const { basics, money, projects, goals, threePublic, materials } = budgetForm;
const rows = (key: string): readonly Answers[] => {
  const value = BUDGET[key];
  return Array.isArray(value)
    ? value.flatMap((row) => (row instanceof Object && !Array.isArray(row) ? [row] : []))
    : [];
};
let clerk: Visitor;
let id = '';
const next = (): Promise<void> => clerk.page.getByRole('button', { name: '下一部分' }).click();

/** Somebody comes to the desk, does one thing on the case and leaves. */
async function atDesk(username: string, work: (who: Visitor) => Promise<void>): Promise<void> {
  const who = await visit(username);
  await openFromInbox(who.page, id);
  await work(who);
  await leave(who);
}

async function fillReply({ page }: Visitor, number: string): Promise<void> {
  await begin(page, '回填');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('批准', { exact: true }).click();
  await dialog.getByLabel('批复机关').fill('云泽省财政厅');
  await dialog.getByLabel('批复文号').fill(number);
  await dialog.getByLabel('批复日期').fill('2026-03-10');
  await confirm(page, '回填');
}

describe('a unit drafts its budget twice', { timeout: 180_000 }, () => {
  test('the first draft: sums while typing, goals picked from what others have published', async () => {
    clerk = await visit('reform-filer');
    const { page } = clerk;
    await clerk.open('/hall/services/department-budget');
    await page.getByRole('button', { name: '开始申报' }).first().click();
    await page.getByRole('heading', { name: '单位和年度' }).waitFor();
    await answer(page, basics.fields, BUDGET, Object.keys(basics.fields));
    await next();
    await addRow(
      page,
      money.fields.income,
      ['income', 0],
      { ...rows('income')[0], amount: '121.00' },
      BUDGET,
    );
    for (const [i, row] of rows('basic').entries())
      await addRow(page, money.fields.basic, ['basic', i], row, BUDGET);
    await next();
    for (const [i, row] of rows('projects').entries())
      await addRow(page, projects.fields.projects, ['projects', i], row, BUDGET);
    await page
      .getByRole('row', { name: /^支出合计/ })
      .getByText('120.00')
      .waitFor();
    await next();
    const [goal = {}, ...others] = rows('indicators');
    await addRow(page, goals.fields.indicators, ['indicators', 0], goal, BUDGET, true);
    const offered = inputAt(page, ['indicators', 0, 'target']);
    const list = await offered.getAttribute('list');
    // 河北's own disclosure prints ≥10次 for the visits it receives.
    await page.locator(`[id="${list}"] option[value="≥10次"]`).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: '填好了' }).click();
    for (const [i, row] of others.entries())
      await addRow(page, goals.fields.indicators, ['indicators', i + 1], row, BUDGET);
    expect(await violations(page)).toEqual([]);
    await next();
    await answer(page, threePublic.fields, BUDGET, Object.keys(threePublic.fields));
    await next();
    await answer(page, materials.fields, BUDGET, ['minutes']);
    await page.getByRole('button', { name: '核对并提交' }).click();
    await page.getByText('收入合计121.00万元，支出合计120.00万元').first().waitFor();
    await page.getByText('收入合计121.00万元，支出合计120.00万元').first().click();
    await page
      .getByRole('navigation', { name: '填报进度' })
      .getByRole('link', { name: '收入和基本支出' })
      .click();
    await page.getByRole('button', { name: '第 1 项的操作' }).first().click();
    await page.getByRole('menuitem', { name: '展开编辑' }).click();
    await put(page, money.fields.income.columns.amount, ['income', 0, 'amount'], '120.00');
    await page.getByRole('button', { name: '填好了' }).click();
    await page
      .getByRole('navigation', { name: '填报进度' })
      .getByRole('link', { name: '核对并提交' })
      .click();
    await page.getByText('预审通过').waitFor();
    await page.getByRole('button', { name: '提交审批' }).click();
    await page.getByRole('heading', { name: '单位审签' }).waitFor();
    id = /\/cases\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  });

  test('goes up, and comes back with control figures', async () => {
    await atDesk('reform-signer', async ({ page }) => decide(page, '同意'));
    await atDesk('finance', async ({ page }) => decide(page, '审核通过'));
    await atDesk('deputy', async ({ page }) => decide(page, '同意'));
    await atDesk('finance', async (finance) => fillReply(finance, '云财预〔2026〕1号'));
    await atDesk('finance', async ({ page }) => {
      await begin(page, '下达控制数，请编报二上');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '再指出一个' }).click();
      await dialog.getByLabel('第 1 个问题在哪里').selectOption({ label: '项目' });
      await dialog.getByLabel('第 1 个问题要补正什么').fill('项目支出压减到38.00万元。');
      for (const [label, figure] of [
        ['支出控制数', '110.00'],
        ['其中：基本支出', '72.00'],
        ['项目支出', '38.00'],
        ['“三公”经费', '8.00'],
      ] as const)
        await dialog.getByLabel(label, { exact: true }).fill(figure);
      expect(await violations(page)).toEqual([]);
      await confirm(page, '下达控制数，请编报二上');
    });
  });

  test('the second draft is held against them while it is typed', async () => {
    const { page } = clerk;
    await page.goto(`/hall/cases/${id}/edit?s=threePublic`);
    const control = page.getByRole('table').filter({ hasText: '控制数' });
    await control
      .getByRole('row', { name: /^项目支出/ })
      .getByText('超出')
      .waitFor();
    await shot(page, 'budget-second-draft');
    for (const width of [1440, 1024, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/hall/cases/${id}/edit?s=projects`);
    await page.getByRole('button', { name: '第 1 个的操作' }).click();
    await page.getByRole('menuitem', { name: '展开编辑' }).click();
    const { columns } = projects.fields.projects;
    await put(page, columns.budget, ['projects', 0, 'budget'], '38.00');
    await fieldAround(page, ['projects', 0, 'budget']).getByText('两者应相等').waitFor();
    await put(page, columns.fiscal, ['projects', 0, 'fiscal'], '38.00');
    await page.getByRole('button', { name: '填好了' }).click();
    await page.goto(`/hall/cases/${id}/edit?s=money`);
    await page.getByRole('button', { name: '第 1 项的操作' }).first().click();
    await page.getByRole('menuitem', { name: '展开编辑' }).click();
    await put(page, money.fields.income.columns.amount, ['income', 0, 'amount'], '110.00');
    await page.getByRole('button', { name: '填好了' }).click();
    await page
      .getByRole('navigation', { name: '填报进度' })
      .getByRole('link', { name: '核对并提交' })
      .click();
    await page.getByText('预审通过').waitFor();
    await page.getByRole('button', { name: '补正后重新提交' }).click();
    await page.getByRole('heading', { name: '单位审签' }).waitFor();
  });

  test('the finance officer sees what changed between the drafts, and the budget is approved', async () => {
    await atDesk('reform-signer', async ({ page }) => decide(page, '同意'));
    await atDesk('finance', async ({ page }) => {
      await page.getByLabel('只看改动（3 处）').check();
      expect((await page.locator('ins').allTextContents()).toSorted()).toEqual(['110.00', '38.00', '38.00']);
      await shot(page, 'budget-changes');
      await decide(page, '审核通过');
    });
    await atDesk('deputy', async ({ page }) => decide(page, '同意'));
    await atDesk('finance', async (finance) => fillReply(finance, '云财预〔2026〕9号'));
    const { page } = clerk;
    await page.goto(`/hall/cases/${id}`);
    const papers = page.getByRole('region', { name: '证件文书' });
    await papers
      .getByRole('listitem')
      .filter({ hasText: '部门预算批复' })
      .getByRole('link', { name: '下载 PDF' })
      .waitFor({ timeout: 60_000 });
  });
});
