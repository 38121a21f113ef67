import { beforeAll, describe, expect, test } from 'vitest';
import type { Answers } from '@zhitongche/kernel';
import { demoOffice } from '@zhitongche/offices';
import { tripForm } from '@zhitongche/services/outbound-trip/form.ts';
import { ownDelegation } from '@zhitongche/services/outbound-trip/samples.ts';
import { shot, type Visitor } from './harness/browser.ts';
import { confirm, decide, openFromInbox } from './harness/desk.ts';
import { copiedCells, spreadsheet } from './harness/documents.ts';
import { addRow, answer, fieldAround, inputAt, put } from './harness/hand.ts';
import { typeRow } from './harness/keyboard.ts';
import { stage } from './harness/stage.ts';

const UNIT = '澜洲市商务局';
const TITLE = '澜洲市经贸合作代表团';
const CLERK = 'lanzhou-demo-commerce-filer';
/** Six people, Japan, Korea and Singapore, ten days: 24 May to 2 June 2026. */
const TRIP: Answers = ownDelegation({ today: '2026-03-10', leaveIn: 75, unit: UNIT, group: TITLE });
const rows = (key: string): readonly Answers[] => {
  const value = TRIP[key];
  return Array.isArray(value)
    ? value.flatMap((row) => (row instanceof Object && !Array.isArray(row) ? [row] : []))
    : [];
};
const { basics, mission, members, itinerary, funding, publicity, materials } = tripForm;

const { visit, leave } = stage();
let clerk: Visitor;
beforeAll(async () => {
  clerk = await visit(null);
});

const next = (): Promise<void> => clerk.page.getByRole('button', { name: '下一部分' }).click();

describe('a clerk fills in a trip of six people to three countries for ten days', () => {
  test('logs in, reads the guide and starts', async () => {
    const { page } = clerk;
    // Asking who is signed in answers 401 to a stranger.
    clerk.expect(/401/);
    await page.goto('/');
    await page.getByLabel('用户名').fill(CLERK);
    await page.getByLabel('密码', { exact: true }).fill(demoOffice.password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { name: '因公临时出国任务' }).click();
    await page.getByRole('button', { name: '开始申报' }).click();
    await page.getByRole('heading', { name: '团组基本情况' }).waitFor();
  });

  test('tells what the trip is about', async () => {
    const { page } = clerk;
    await answer(page, basics.fields, TRIP, Object.keys(basics.fields));
    await next();
    await answer(page, mission.fields, TRIP, Object.keys(mission.fields));
    await next();
  });

  test('imports members from a spreadsheet, types one, and is stopped at the seventh', async () => {
    const { page } = clerk;
    const six = rows('members');
    const { columns } = members.fields.members;
    const surplus = {
      ...six[4],
      ...{ name: '万思齐', pinyin: 'WAN SIQI', passportNumber: 'PE1999999', citizenId: '990100197405050097' },
    };
    const imported = [...six.slice(0, 5), surplus];
    await page.getByRole('button', { name: '从表格导入' }).click();
    await page.getByLabel('表格文件').setInputFiles(await spreadsheet('出访人员', columns, imported));
    await page.getByRole('button', { name: '导入 6 人' }).click();

    await page.getByRole('button', { name: '添加一人' }).click();
    await page.getByRole('button', { name: '填好了' }).click();
    const grid = page.getByRole('grid', { name: '团组人员' });
    await grid.getByRole('row').nth(7).locator('td').first().click();
    await typeRow(page, columns, [...imported, six[5] ?? {}], six[5] ?? {}, TRIP);

    const field = fieldAround(page, ['members']);
    await field.getByText('团组共7人，最多6人（含翻译），超出1人').waitFor();
    await field.getByRole('button', { name: /^依据/ }).click();
    await expectBasis('中办发〔2013〕16号', '不超过6人');
    await shot(page, 'form-problems');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: '第 6 人的操作' }).click();
    await page.getByRole('menuitem', { name: '删除' }).click();
    await field.getByText('共 6 人').waitFor();
    expect(await field.getByText('最多6人').count()).toBe(0);
    await answer(page, members.fields, TRIP, ['family']);
    await next();
  });

  test('is stopped at the eleventh day and at a hotel above the standard, each with its basis', async () => {
    const { page, context } = clerk;
    const { fields } = itinerary;
    await answer(page, fields, { ...TRIP, entryDate: '2026-06-03' }, ['exitDate', 'entryDate', 'route']);
    const entry = fieldAround(page, ['entryDate']);
    await entry.getByText('在外11天，出访3国最多10天，超出1天').waitFor();
    await entry.getByRole('button', { name: /^依据/ }).click();
    await expectBasis('中办发〔2013〕16号', '不超过10天');
    await page.keyboard.press('Escape');
    await put(page, fields.entryDate, ['entryDate'], '2026-06-02');
    await entry.getByText('最多10天').waitFor({ state: 'detached' });

    const [tokyo = {}, ...rest] = rows('legs');
    await addRow(page, fields.legs, ['legs', 0], { ...tokyo, hotelPrice: '26000' }, TRIP, true);
    const hotel = fieldAround(page, ['legs', 0, 'hotelPrice']);
    await hotel.getByText(/东京住宿每人每晚26000\.00 JPY，超过.*标准/).waitFor();
    await hotel.getByRole('button', { name: /^依据/ }).click();
    await expectBasis('财行〔2017〕434号', '');
    await page.keyboard.press('Escape');
    await put(page, fields.legs.columns.hotelPrice, ['legs', 0, 'hotelPrice'], '18000');
    await hotel.getByText('超过').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '填好了' }).click();
    for (const [i, leg] of rest.entries()) await addRow(page, fields.legs, ['legs', i + 1], leg, TRIP);

    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { programme } = fields;
    await addRow(page, programme, ['programme', 0], {}, TRIP);
    await page.getByRole('grid', { name: '日程' }).getByRole('row').nth(1).locator('td').first().click();
    await page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      copiedCells(programme.columns, rows('programme')),
    );
    await page.keyboard.press('Control+V');
    await page.getByText('已粘贴 11 项').waitFor();
    await next();
  });

  test('gives money, publicity and documents', async () => {
    const { page } = clerk;
    const plain = (fields: typeof funding.fields | typeof materials.fields) =>
      Object.entries(fields).flatMap(([key, field]) => (field.kind === 'table' ? [] : [key]));
    await answer(page, funding.fields, TRIP, ['fundSources', 'fundNote', 'hostAirfare']);
    for (const key of ['fares', 'otherFees'] as const)
      for (const [i, row] of rows(key).entries())
        await addRow(page, funding.fields[key], [key, i], row, TRIP);
    await answer(page, funding.fields, TRIP, plain(funding.fields).slice(3));
    await next();
    for (const [i, row] of rows('publicity').entries())
      await addRow(page, publicity.fields.publicity, ['publicity', i], row, TRIP);
    await next();
    await answer(page, materials.fields, TRIP, plain(materials.fields));
    await page.getByRole('button', { name: '核对并提交' }).click();
  });

  test('reads the sheet as the office will, and submits', async () => {
    const { page } = clerk;
    await page.getByText('预审通过').waitFor();
    const reasons = page.locator('textarea[id^="explain-"]');
    for (const box of await reasons.all()) await box.fill('情况属实，已经核对。');
    await page.getByRole('button', { name: '提交审批' }).click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await page.getByRole('heading', { name: '单位签批' }).waitFor();
  });
});

async function expectBasis(title: string, article: string): Promise<void> {
  const basis = clerk.page.getByRole('dialog', { name: /^依据/ });
  await basis.getByText(title).first().waitFor();
  if (article) await basis.getByText(article).waitFor();
}
