import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addDays } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import { annualPlan } from '../catalogue/outbound/annual-plan/index.ts';
import { textIn } from '../catalogue/shared/lookup-rows.ts';
import { said } from './harness/desk.ts';
import { spreadsheet } from './harness/documents.ts';
import { inputAt } from './harness/fill-form.ts';
import { begins, ends, fills, opens, paper } from './harness/kept.ts';
import { lookAt, settled } from './harness/page-invariants.ts';
import { officeFixture } from './harness/fixture.ts';

const { visit, leave } = officeFixture();
const TASK = '修订因公出访行前教育材料';
const ENDED = '更新涉外突发事件应急联络表';
const RED = '汇总海外企业安全提醒落实情况';

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

/** Takes one act on everything the list shows. */
async function doesAll(page: Page, act: string, fill?: (page: Page) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: '多选' }).click();
  await page.getByRole('button', { name: '选眼前全部' }).click();
  await page
    .getByRole('region', { name: '成批办理' })
    .getByRole('button', { name: '办理', exact: true })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('办什么').selectOption({ label: act });
  await fill?.(page);
  await dialog.getByRole('button', { name: '全部办理' }).click();
  await said(page, '已办理 2 个');
}

test('next year’s plan comes from a spreadsheet, is handed in, consolidated, and approved by one letter', {
  timeout: 240_000,
}, async () => {
  const year = '2027';
  const item = (n: number, group: string, more: object = {}) => ({
    number: `${year}-春晖-0${n}`,
    unit: { id: '', title: '云泽省商务厅' },
    planned: `${year}-0${n + 3}-01`,
    count: 1,
    group,
    kind: 'control',
    countries: '日本',
    people: 4,
    days: 5,
    task: '友好交流',
    ...more,
  });
  const fields = Object.assign({}, ...Object.values(annualPlan.form).map((section) => section.fields));
  const list = (rows: readonly object[]) => spreadsheet('明年计划', fields, rows as never);
  const clerk = await visit('commerce-filer');
  const { page } = clerk;
  await clerk.open(`/hall/kept/annual-plan`);
  await settled(page);
  await page.getByRole('button', { name: '导入导出' }).click();
  await page.getByRole('button', { name: '从表格导入' }).click();
  const dialog = page.getByRole('dialog');
  // One line without people: each fault at its cell, nothing of it written.
  await dialog
    .locator('input[type=file]')
    .setInputFiles(await list([item(1, '春晖招商团'), item(2, '春晖会展团', { people: undefined })]));
  await dialog.getByText('1 行有问题，还没有写入').waitFor();
  await dialog
    .locator('input[type=file]')
    .setInputFiles(await list([item(1, '春晖招商团'), item(2, '春晖会展团')]));
  await dialog.getByRole('button', { name: '写入 2 个' }).click();
  await said(page, '已导入：新增 2 个，更新 0 个');
  await clerk.open('/hall/kept/annual-plan?q=春晖');
  await settled(page);
  expect(await lookAt(page, 'plan-imported')).toEqual([]);
  await doesAll(page, '报送');
  await leave(clerk);

  const desk = await visit('handler');
  await desk.open('/desk/kept/annual-plan?q=春晖');
  await settled(desk.page);
  await doesAll(desk.page, '汇总');
  await doesAll(desk.page, '登记批复', async (at) => {
    await inputAt(at, ['letter']).fill('云外出计〔2026〕21号');
    await inputAt(at, ['letterOn']).fill('2026-03-09');
  });
  await settled(desk.page);
  await desk.page
    .getByRole('link', { name: /春晖招商团/ })
    .first()
    .click();
  await desk.page.keyboard.press('Enter');
  await desk.page.getByText('云外出计〔2026〕21号').first().waitFor();

  // A task begins from the item with one press: what, from where and its number stand there, and both lead to one another.
  await desk.page.getByRole('button', { name: '更多办理' }).first().click();
  await desk.page.getByRole('menuitem', { name: '督办' }).click();
  await desk.page.getByRole('heading', { level: 1, name: '登记督办事项' }).waitFor();
  await settled(desk.page);
  expect(await inputAt(desk.page, ['what']).inputValue()).toBe('春晖招商团');
  expect(await inputAt(desk.page, ['sourceNumber']).inputValue()).toBe(`${year}-春晖-01`);
  expect(await lookAt(desk.page, 'task-from-plan')).toEqual([]);
  await picks(desk.page, 'lead', '出国审批处');
  await picks(desk.page, 'owner', '钱清和');
  await inputAt(desk.page, ['due']).fill('2026-06-30');
  await desk.page.getByText('不要求', { exact: true }).click();
  await inputAt(desk.page, ['proof']).fill('成行报告');
  await desk.page.getByRole('button', { name: '登记', exact: true }).click();
  await desk.page.getByRole('heading', { level: 1, name: '春晖招商团' }).waitFor();
  await desk.page
    .getByRole('link', { name: /春晖招商团/ })
    .first()
    .click();
  await desk.page.getByRole('heading', { level: 1, name: /2027-春晖-01/ }).waitFor();
  await leave(desk);
});

/** Picks what is offered by part of its name. */
async function picks(page: Page, field: string, name: string): Promise<void> {
  await inputAt(page, [field]).fill(name);
  await page.getByRole('option', { name }).first().click();
}

test('a task begins from a case with one press: its number and what it is billed are not typed', {
  timeout: 240_000,
}, async () => {
  const desk = await visit('handler');
  const { page } = desk;
  await desk.open('/desk');
  await settled(page);
  const first = page.locator('a[href^="/desk/cases/"]').first();
  await first.click();
  await page.getByRole('link', { name: '督办', exact: true }).waitFor();
  const number = await page.locator('.case-head .soft').first().textContent();
  await page.getByRole('link', { name: '督办', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '登记督办事项' }).waitFor();
  await settled(page);
  expect(await inputAt(page, ['sourceNumber']).inputValue()).toBe(number);
  expect(await inputAt(page, ['what']).inputValue()).not.toBe('');
  await leave(desk);
});

/** What is on record of a task. */
async function onRecord(page: Page, title: string): Promise<{ stage: string; answers: Answers }> {
  const reply = await page.request.get(`/api/kept/task/rows?q=${encodeURIComponent(title)}`);
  const { items }: { items: readonly { stage: string; answers: Answers }[] } = await reply.json();
  const [row] = items;
  if (!row) throw new Error(`${title} is not on record`);
  return row;
}

test('its owner asks for more time before the day, another agrees, and both days stand; after its day nobody extends', {
  timeout: 240_000,
}, async () => {
  const owner = await visit('handler');
  const { page } = owner;
  await opens(page, '/desk/kept/task', TASK);
  const due = textIn((await onRecord(page, TASK)).answers['due']);
  const later = addDays(due, 14);
  await begins(page, '延期');
  // A day that is no later than the one in force is said at its field.
  owner.expect(/422/);
  await fills(page, { until: due, why: '修订稿在征求意见，已完成七成。' });
  await ends(page, '提出延期');
  await page.getByText(`新期限不晚于现在的期限（${due}）`).first().waitFor();
  await fills(page, { until: later });
  await ends(page, '提出延期');
  await said(page, '已提出“延期”，等另一人确认');
  // Whoever asked cannot agree as well, and nothing counts before somebody else did.
  expect(await page.getByRole('button', { name: '同意延期' }).count()).toBe(0);
  expect((await onRecord(page, TASK)).answers['until']).toBeUndefined();
  expect(await lookAt(page, 'task-extension-asked')).toEqual([]);
  await leave(owner);

  const other = await visit('head');
  await opens(other.page, '/desk/kept/task', TASK);
  await other.page.getByRole('button', { name: '同意延期' }).click();
  await said(other.page, '已确认延期');
  const { answers } = await onRecord(other.page, TASK);
  expect([answers['due'], answers['until']]).toEqual([due, later]);
  expect(answers['extensions']).toMatchObject([{ was: due, until: later }]);
  expect(await lookAt(other.page, 'task-extended')).toEqual([]);
  await leave(other);

  const consular = await visit('consular');
  await opens(consular.page, '/desk/kept/task', RED);
  await begins(consular.page, '催办');
  await consular.page.getByRole('dialog').getByRole('button', { name: '先不办理' }).click();
  expect(await consular.page.getByRole('button', { name: '延期', exact: true }).count()).toBe(0);
  expect(await consular.page.getByRole('menuitem', { name: '延期', exact: true }).count()).toBe(0);
  await leave(consular);
});

test('done needs its evidence and another’s word: sent back once, accepted then, and the report says both', {
  timeout: 240_000,
}, async () => {
  const owner = await visit('handler');
  const { page } = owner;
  const today = '2026-03-10';
  const done = async (result: string): Promise<void> => {
    await opens(page, '/desk/kept/task', TASK);
    await begins(page, '报请办结');
    await fills(page, { doneOn: today, result });
    owner.expect(/422/);
    await ends(page, '报请办结');
    await page.getByText('没有附凭据').first().waitFor();
    await fills(page, { evidenceAt: '处内文件柜，2026年卷' });
    await ends(page, '报请办结');
    await said(page, '已报请办结');
  };
  await done('材料已定稿。');
  // Nobody accepts his own work.
  expect(await page.getByRole('button', { name: '审核通过', exact: true }).count()).toBe(0);

  const head = await visit('head');
  await opens(head.page, '/desk/kept/task', TASK);
  await begins(head.page, '退回重办');
  await fills(head.page, { why: '还没有印发。' });
  await ends(head.page, '退回重办');
  await said(head.page, '已退回重办');
  await done('材料已印发。');
  await opens(head.page, '/desk/kept/task', TASK);
  await begins(head.page, '审核通过');
  await ends(head.page, '审核通过');
  await said(head.page, '已审核通过');
  expect(await lookAt(head.page, 'task-done')).toEqual([]);
  const report = await paper(head.page, '办结报告');
  for (const word of [TASK, '材料已印发', '1次', '2026年3月10日']) expect(report).toContain(word);
  await leave(head);
  await leave(owner);
});

test('the ledger of a quarter and of a month holds exactly the tasks of that span, with the money beside them', {
  timeout: 240_000,
}, async () => {
  const deputy = await visit('deputy');
  const { page } = deputy;
  await deputy.open('/desk/kept/task');
  await settled(page);
  await page.getByRole('button', { name: '导入导出' }).click();
  const ledger = async (span: string): Promise<{ from: string; until: string; text: string }> => {
    await page.getByLabel('按期台账').selectOption({ label: span });
    const link = page.getByRole('link', { name: `打印${span}台账（PDF）` });
    const query = new URL((await link.getAttribute('href')) ?? '', page.url()).searchParams;
    const text = await paper(page, `打印${span}台账（PDF）`);
    return { from: query.get('from') ?? '', until: query.get('until') ?? '', text };
  };
  const all: { items: readonly { title: string; answers: Answers }[] } = await (
    await page.request.get('/api/kept/task/rows?limit=100')
  ).json();
  for (const [span, from, until] of [
    ['本季度', '2026-01-01', '2026-03-31'],
    ['本月', '2026-03-01', '2026-03-31'],
  ] as const) {
    const told = await ledger(span);
    expect([told.from, told.until]).toEqual([from, until]);
    const inside = all.items.filter(({ answers }) => {
      const due = textIn(answers['due']);
      return due >= from && due <= until;
    });
    expect(inside.length).toBeGreaterThan(0);
    expect(inside.length).toBeLessThan(all.items.length);
    for (const { answers } of all.items) {
      const what = textIn(answers['what']).replaceAll(/\s/g, '');
      const due = textIn(answers['due']);
      expect([what, told.text.includes(what)]).toEqual([what, due >= from && due <= until]);
    }
    if (span === '本季度') expect(told.text).toMatch(/12,?000/);
  }
  await leave(deputy);
});
