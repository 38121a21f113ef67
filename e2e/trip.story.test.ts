import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answers } from '@zhitongche/form';
import { roleLabel } from '@zhitongche/access';
import { demoOffice } from '@zhitongche/offices';
import { tripForm } from '../catalogue/outbound/trip/form.ts';
import { personnelForm } from '../catalogue/outbound/trip/personnel-form.ts';
import { ownDelegation } from '@zhitongche/catalogue/outbound/trip/samples.ts';
import { shot, type Visitor } from './harness/browser.ts';
import { begin, caseLink, confirm, decide, openFromInbox } from './harness/desk.ts';
import { copiedCells, spreadsheet } from './harness/documents.ts';
import { addRow, answer, fieldAround, inputAt, put } from './harness/fill-form.ts';
import {
  altered,
  expectOfficialLayout,
  expectSignatureHolds,
  expectSoundPictures,
  textOf,
} from './harness/issued-paper.ts';
import { typeRow } from './harness/keyboard.ts';
import { officeFixture } from './harness/fixture.ts';
import { files } from './harness/trips.ts';

const OFFICE = '云泽省人民政府外事办公室';
const UNIT = '澜洲市商务局';
const TITLE = '澜洲市经贸合作代表团';
const NAMES = ['林若谷', '陆清和', '秦知行', '顾望舒', '孟景行', '康采薇'];
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

/** What the city finds, by the names it picks the places from; the first is picked beside the answer. */
const FAULTS = [
  ['预期成果', '请写明拟签署文件的名称。'],
  ['团组人员 第 3 人 · 职务（职称）', '职务与邀请函不一致，请核对。'],
  ['出访地 第 1 站 · 邀请人职务', '请写明邀请人的全部职务。'],
] as const;
const CORRECTED = {
  results: '签署《经贸合作备忘录》3份，确定下一年度项目清单。',
  post: '副科长（主持工作）',
  inviterPost: '理事兼国际交流部部长',
};

const CLEARED: Answers = {
  authority: '中共澜洲市委组织部',
  number: '澜组备〔2026〕12号',
  date: '2026-03-10',
  scan: [],
};

const { visit, leave } = officeFixture();
let clerk: Visitor;
beforeAll(async () => {
  clerk = await visit(null);
});

const caseId = (): string => /\/cases\/([0-9a-f-]{36})/.exec(clerk.page.url())?.[1] ?? '';
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
      name: '万思齐',
      pinyin: 'WAN SIQI',
      passportNumber: 'PE1999999',
      citizenId: '990100197405050214',
    };
    const imported = [...six.slice(0, 5), surplus];
    await page.getByRole('button', { name: '从表格导入' }).click();
    await page.getByLabel('表格文件').setInputFiles(await spreadsheet('出访人员', columns, imported));
    await page.getByRole('button', { name: '导入 6 人' }).click();

    const grid = page.getByRole('grid', { name: '团组人员' });
    await grid.getByText('万思齐').waitFor();

    await page.getByRole('button', { name: '添加一人' }).click();
    await page.getByRole('button', { name: '填好了' }).click();
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
    await field.getByText('最多6人').waitFor({ state: 'detached' });
    await answer(page, members.fields, TRIP, ['family']);
    const { relatives } = members.fields;
    const families = fieldAround(page, ['relatives']);
    await families.getByRole('button', { name: '从表格导入' }).click();
    await page
      .getByLabel('表格文件')
      .setInputFiles(await spreadsheet('家庭成员', relatives.columns, rows('relatives')));
    await page.getByRole('button', { name: '导入 6 位家属' }).click();
    await families.getByText('共 6 位家属').waitFor();
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
    await hotel.getByText(/东京住宿每人每晚26000\.00日元，超过.*标准/).waitFor();
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
    // Who pays decides what else is asked.
    const first = ['fundSources', 'fundNote', 'hostAirfare'];
    await answer(page, funding.fields, TRIP, first);
    for (const key of ['fares', 'otherFees'] as const)
      for (const [i, row] of rows(key).entries())
        await addRow(page, funding.fields[key], [key, i], row, TRIP);
    const others = plain(funding.fields).filter((key) => !first.includes(key));
    await answer(page, funding.fields, TRIP, others);
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
    await files(clerk);
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  });
});

async function expectBasis(title: string, article: string): Promise<void> {
  const basis = clerk.page.getByRole('dialog', { name: /^依据/ });
  await basis.getByText(title).first().waitFor();
  if (article) await basis.getByText(article).waitFor();
}

describe('the unit speaks before any office is asked', () => {
  test('whoever reviews for two of its departments gives each opinion in its own seat', async () => {
    const general = await visit('lanzhou-demo-commerce-general');
    const { page } = general;
    await openFromInbox(page, caseId());
    await shot(page, 'unit-opinions');
    await decide(page, `同意（${roleLabel('unit-affairs')}）`, '任务必要，路线、天数合规。', '同意');
    await openFromInbox(page, caseId());
    await decide(page, '同意', '人员符合条件。');
    await leave(general);
  });

  test('its money is reviewed, its signer signs, and its people are cleared', async () => {
    const finance = await visit('lanzhou-demo-commerce-finance');
    await openFromInbox(finance.page, caseId());
    await decide(finance.page, '同意', '已列入年度预算，标准核对无误。');
    await leave(finance);
    const signer = await visit('lanzhou-demo-commerce-signer');
    await openFromInbox(signer.page, caseId());
    await decide(signer.page, '同意', '任务必要，同意申报。');
    await leave(signer);
    const general = await visit('lanzhou-demo-commerce-general');
    await openFromInbox(general.page, caseId());
    await begin(general.page, '登记备案、政审结果');
    const { fields } = personnelForm.personnel;
    await answer(general.page, fields, CLEARED, Object.keys(fields));
    await confirm(general.page, '登记备案、政审结果');
    await leave(general);
  });
});

describe('the offices decide, each at their own desk', () => {
  test('the city returns it with three faults at once', async () => {
    const { page } = await visit('lanzhou-demo-reviewer');
    await openFromInbox(page, caseId());
    await page.getByRole('button', { name: '指出“预期成果”的问题' }).click();
    const dialog = page.getByRole('dialog');
    for (const [i, [place, message]] of FAULTS.entries()) {
      if (i > 0) {
        await dialog.getByRole('button', { name: '再指出一个' }).click();
        await dialog.getByLabel(`第 ${i + 1} 个问题在哪里`).selectOption({ label: place });
      }
      await dialog.getByLabel(`第 ${i + 1} 个问题要补正什么`).fill(message);
    }
    await confirm(page, '退回补正', '请一次补正三处。');
  });

  test('the clerk sees all three, each at its place, corrects them and submits again', async () => {
    const { page } = clerk;
    await page.goto('/hall');
    await page.getByRole('region', { name: '等您处理' }).getByText(TITLE).click();
    await page.getByRole('heading', { name: '需要补正 3 处' }).waitFor();
    await page.getByText(/退回：“请一次补正三处。”/).waitFor();
    await page.getByRole('link', { name: '预期成果' }).click();
    await expect
      .poll(() => inputAt(page, ['results']).evaluate((input) => input === document.activeElement))
      .toBe(true);
    const faults = page.getByRole('region', { name: '需补正 3 处' });
    for (const [, message] of FAULTS) await faults.getByText(message).waitFor();
    await faults.getByRole('button', { name: /预期成果/ }).click();
    await inputAt(page, ['results']).fill(CORRECTED.results);
    await faults.getByRole('button', { name: /第3人/ }).click();
    await inputAt(page, ['members', 2, 'post']).fill(CORRECTED.post);
    await page.getByRole('button', { name: '填好了' }).click();
    await faults.getByRole('button', { name: /邀请人职务/ }).click();
    await faults.getByRole('status').getByText('还有 1 处没改').waitFor();
    await inputAt(page, ['legs', 0, 'inviterPost']).fill(CORRECTED.inviterPost);
    await page.getByRole('button', { name: '填好了' }).click();
    await faults.getByRole('status').getByText('3 处都改过了').waitFor();
    await faults.getByRole('button', { name: '去核对，重新提交' }).click();
    await page.getByRole('button', { name: '补正后重新提交' }).click();
    await page.getByRole('heading', { name: '市外办审核' }).waitFor();
  });

  test('the city finds the three changes marked, and agrees', async () => {
    const reviewer = await visit('lanzhou-demo-reviewer');
    const { page } = reviewer;
    await openFromInbox(page, caseId());
    await page.getByText('第 2 次提交').first().waitFor();
    await page.getByLabel('只看改动（3 处）').check();
    const marked = await page.locator('ins').allTextContents();
    expect(marked.toSorted()).toEqual(Object.values(CORRECTED).toSorted());
    await shot(page, 'desk-case');
    await decide(page, '同意', '补正到位，同意上报。');
    await leave(reviewer);
    const leader = await visit('lanzhou-demo-leader');
    await openFromInbox(leader.page, caseId());
    await decide(leader.page, '同意');
    await leave(leader);
  });

  test('the province accepts and its handler reviews', async () => {
    const window = await visit('window');
    await openFromInbox(window.page, caseId());
    await decide(window.page, '受理');
    await leave(window);
    const handler = await visit('handler');
    await handler.open('/desk');
    await caseLink(handler.page, caseId()).waitFor();
    await shot(handler.page, 'inbox');
    await openFromInbox(handler.page, caseId());
    await decide(handler.page, '同意', '材料齐全，拟同意。');
    await leave(handler);
  });

  test('two divisions countersign, one after asking another signer first', async () => {
    const security = await visit('security');
    await openFromInbox(security.page, caseId());
    await decide(security.page, '同意', '无涉密事项，同意。');
    await leave(security);

    const finance = await visit('finance');
    await openFromInbox(finance.page, caseId());
    await begin(finance.page, '前加签');
    await finance.page.getByRole('searchbox', { name: '按姓名、处室、职务找人' }).fill('综合处');
    await finance.page
      .getByRole('dialog')
      .getByLabel(/综合处/)
      .first()
      .check();
    await confirm(finance.page, '前加签', '请综合处核对经费。');
    const general = await visit('general');
    await openFromInbox(general.page, caseId());
    await decide(general.page, '同意', '经费已核对。');
    await leave(general);
    await openFromInbox(finance.page, caseId());
    await decide(finance.page, '同意', '经费测算符合标准，同意。');
    await leave(finance);
  });

  test.each([
    ['the head of division', 'head', 'two'],
    // What draws a number and makes papers is asked about first.
    ['the deputy director', 'deputy', 'three'],
  ])('%s approves on a phone', async (_who, username, taps) => {
    const phone = await visit(username, { device: 'phone' });
    const { page } = phone;
    await phone.open('/desk');
    const card = caseLink(page, caseId());
    await card.waitFor();
    await card.tap();
    const agree = page.getByRole('region', { name: '办理' }).getByRole('button', { name: '同意' });
    await agree.waitFor();
    if (username === 'deputy') await shot(page, 'phone-decide');
    await agree.tap();
    if (taps === 'three') await page.getByRole('button', { name: '确认同意' }).tap();
    await page.getByRole('heading', { level: 1, name: '已同意' }).waitFor();
    // Handed on, it can be taken back for a moment; a paper asked for cannot.
    await page
      .getByText(taps === 'two' ? /秒后通知下一环节|已通知，没有人接着办理前仍可撤回/ : '不能撤回')
      .waitFor();
    await page.goto('/desk?tab=done');
    await caseLink(page, caseId()).waitFor();
    await leave(phone);
  });
});

describe('the approval is a paper anyone can verify', () => {
  let pdf: Buffer;
  let code = '';

  test('it is downloaded as PDF', async () => {
    const { page } = clerk;
    await page.goto(`/hall/cases/${caseId()}`);
    const papers = page.getByRole('region', { name: '证件文书' });
    const line = papers.getByRole('listitem').filter({ hasText: '因公临时出国任务批件' });
    const link = line.getByRole('link', { name: '下载 PDF' });
    // The paper is typeset and signed by a job after the decision.
    await link.waitFor({ timeout: 60_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    pdf = await readFile(await download.path());
    code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await line.textContent()) ?? '')?.[0] ?? '';
    expect(code).not.toBe('');
  });

  test('it reads: number, every member, dates, countries, code', () => {
    const text = textOf(pdf);
    expect(text).toMatch(/云外出字〔2026〕\d+号/);
    for (const name of NAMES) expect(text).toContain(name);
    for (const words of [
      '2026年5月24日至2026年6月2日',
      '日本、韩国、新加坡',
      '在外停留10天',
      CORRECTED.post,
      code,
    ])
      expect(text).toContain(words);
    // Identity numbers have no place on it.
    expect(text).not.toMatch(/\d{17}[\dX]/);
  });

  test('it is laid out by GB/T 9704, in millimetres, and drawn without a single box', async () => {
    expectOfficialLayout(pdf, {
      office: OFFICE,
      number: /云外出字〔2026〕\d+号/.exec(textOf(pdf))?.[0] ?? '',
      title: '因公临时出国任务批件',
      date: '2026年3月10日',
    });
    await expectSoundPictures(pdf, NAMES.join(''));
    expectSignatureHolds(pdf, OFFICE);
  });

  test('a stranger verifies it by its code and by the file, learning nothing private; a changed byte is refused', async () => {
    const stranger = await visit(null);
    const { page } = stranger;
    await stranger.open('/verify');
    await page.getByLabel(/^查验码/).fill(code.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: /^核验/ }).click();
    const result = page.getByRole('region', { name: /有效/ });
    await result.waitFor();
    for (const fact of [OFFICE, '林**', '日本、韩国、新加坡', '2026-05-24 — 2026-06-02'])
      await result.getByText(fact).first().waitFor();
    expect(await result.textContent()).not.toContain('若谷');
    await shot(page, 'verify');

    const picker = page.getByLabel('选择 PDF 文件');
    await picker.setInputFiles({ name: '批件.pdf', mimeType: 'application/pdf', buffer: pdf });
    await page.getByRole('region', { name: /有效/ }).getByText('批件.pdf').waitFor();
    await picker.setInputFiles({ name: '改过的批件.pdf', mimeType: 'application/pdf', buffer: altered(pdf) });
    await page
      .getByRole('region', { name: /内容被改动/ })
      .getByText('改过的批件.pdf')
      .waitFor();
    await leave(stranger);
  });
});
