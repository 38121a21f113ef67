import { expect, test } from 'vitest';
import { said } from './harness/desk.ts';
import { inputAt } from './harness/fill-form.ts';
import { lookAt, settled } from './harness/page-invariants.ts';
import { officeFixture } from './harness/fixture.ts';

const { visit, leave } = officeFixture();
const TASK = '修订因公出访行前教育材料';
const ENDED = '更新涉外突发事件应急联络表';

/** The list of tasks, narrowed to one. */
const listOf = (title: string) => `/desk/kept/task?q=${encodeURIComponent(title)}`;

test('a task is urged at the desk, and its owner reports on the telephone', {
  timeout: 240_000,
}, async () => {
  const head = await visit('head');
  await head.open(listOf(TASK));
  await settled(head.page);
  expect(await lookAt(head.page, 'tasks')).toEqual([]);
  await head.page.getByRole('link', { name: TASK }).first().click();
  await head.page.keyboard.press('Enter');
  await head.page.getByRole('heading', { level: 1, name: TASK }).waitFor();
  const urge = head.page.getByRole('button', { name: '催办', exact: true });
  if ((await urge.count()) === 0) {
    await head.page.getByRole('button', { name: '更多办理' }).click();
    await head.page.getByRole('menuitem', { name: '催办' }).click();
  } else await urge.first().click();
  await inputAt(head.page, ['text']).fill('请本周内报来修订稿。');
  await head.page.getByRole('dialog').getByRole('button', { name: '催办', exact: true }).click();
  await said(head.page, '已催办');
  await leave(head);

  const owner = await visit('handler', { device: 'phone' });
  await owner.open('/desk/notices');
  await owner.page
    .getByText(new RegExp(`${TASK}.*催办`))
    .first()
    .waitFor();
  await owner.open(listOf(TASK));
  await settled(owner.page);
  expect(await lookAt(owner.page, 'tasks-phone')).toEqual([]);
  await leave(owner);
});

test('a division’s rate opens its tasks', async () => {
  const deputy = await visit('deputy');
  const { page } = deputy;
  await deputy.open('/insight/measures/sla.task');
  await settled(page);
  expect(await lookAt(page, 'rate')).toEqual([]);
  const consular = page.getByRole('region', { name: '各单位逐季' }).getByRole('row', { name: /领事处/ });
  await consular.getByRole('link').first().click();
  await page
    .getByRole('region', { name: /领事处.*明细/ })
    .getByRole('link', { name: ENDED })
    .waitFor();
  await leave(deputy);
});

test('the plan of the year stands beside what was done: a figure opens its items and cases, on the telephone too', async () => {
  const desk = await visit('handler');
  const { page } = desk;
  await desk.open('/desk/kept/annual-plan');
  await settled(page);
  await page.getByRole('link', { name: '计划与执行' }).click();
  await page.getByRole('heading', { level: 1, name: '计划与执行' }).waitFor();
  await settled(page);
  expect(await lookAt(page, 'plan')).toEqual([]);
  const total = page.getByRole('row', { name: /^合计/ });
  const approved = total.getByRole('link').nth(1);
  const n = Number(await approved.textContent());
  expect(n).toBeGreaterThan(0);
  await approved.click();
  const behind = page.getByRole('region', { name: '全部单位，已批准的明细' });
  await behind.waitFor();
  expect(await behind.getByRole('listitem').count()).toBe(n);
  await behind.getByRole('link', { name: /^办件/ }).first().click();
  await page.waitForURL(/\/desk\/cases\//);
  await leave(desk);

  const phone = await visit('handler', { device: 'phone' });
  await phone.open('/desk/plan/annual-plan');
  await settled(phone.page);
  expect(await lookAt(phone.page, 'plan-phone')).toEqual([]);
  await leave(phone);
});

test('a unit’s trip form offers the items of its own plan', async () => {
  const clerk = await visit('commerce-filer');
  const { page } = clerk;
  await clerk.open('/hall/cases');
  await page
    .getByRole('link', { name: /职业教育交流团/ })
    .first()
    .click();
  await settled(page);
  await page.goto(
    `${page
      .url()
      .split('?')[0]
      ?.replace(/\/edit$/, '')}/edit?s=basics`,
  );
  await settled(page);
  await inputAt(page, ['planNumber']).click();
  const offered = page.locator('.combo-item');
  await offered.first().waitFor();
  expect((await offered.allTextContents()).every((text) => text.includes('云泽省商务厅'))).toBe(true);
  await offered.first().click();
  await expect.poll(() => inputAt(page, ['planNumber']).inputValue()).toMatch(/^\d{4}-云泽省商务厅-\d\d$/);
  await leave(clerk);
});
