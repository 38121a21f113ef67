import { beforeAll, describe, expect, test } from 'vitest';
import { shot, type Visitor } from './harness/browser.ts';
import { officeFixture } from './harness/fixture.ts';

const COURSE = '2026年第四期专办员业务培训';
const { visit } = officeFixture();
let desk: Visitor;
/** Codes as they were printed. */
let codes: readonly string[];

beforeAll(async () => {
  desk = await visit('handler');
});

describe('a course asks who took part', () => {
  test('its officer opens a survey and prints codes, of which nobody writes down who got which', async () => {
    const { page } = desk;
    await desk.open('/desk/surveys');
    await page.getByText('打开一期调查', { exact: true }).click();
    await page.getByLabel('问卷', { exact: true }).selectOption({ label: '参训人员满意度问卷' });
    await page.getByLabel('名称').fill(COURSE);
    await page.getByRole('button', { name: '打开调查' }).click();
    await page.getByRole('heading', { name: COURSE }).waitFor();
    await page.getByLabel('个数').fill('3');
    await page.getByRole('button', { name: '生成评价码' }).click();
    await page.getByText(/已印 3 个/).waitFor();
    codes = await page.locator('.voices-code').allInnerTexts();
    expect(new Set(codes).size).toBe(3);
    await shot(page, 'voices-codes');
  });

  test('somebody answers on a telephone in English, without an account; a copied link fails', async () => {
    const phone = await visit(null, { device: 'phone' });
    const { page } = phone;
    await phone.open(`/rate#${codes[0]}`);
    await page.getByRole('heading', { name: COURSE }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('How was this course?').waitFor();
    await page.getByText('Satisfied', { exact: true }).first().click();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: /Thank you/ }).waitFor();
    expect(page.url()).not.toContain(codes[0] ?? '');
    phone.expect(/409/);
    const other = await visit(null, { device: 'phone' });
    other.expect(/409/);
    await other.open(`/rate#${codes[0]}`);
    await other.page.getByText('一个码只能评一次').waitFor();
  });

  test('who is not satisfied and asks to be called stands among those to be called', async () => {
    const phone = await visit(null, { device: 'phone' });
    await phone.open(`/rate#${codes[1]}`);
    await phone.page.getByText('非常不满意', { exact: true }).first().click();
    await phone.page.getByText('内容用处不大').click();
    await phone.page.getByText('请联系我').click();
    await phone.page.getByLabel('电话或邮箱').fill('13800000299');
    await shot(phone.page, 'voices-rate-phone', true);
    await phone.page.getByRole('button', { name: '交评价' }).click();
    await phone.page.getByRole('heading', { name: '谢谢，已经收到' }).waitFor();

    const { page } = desk;
    await desk.open('/desk/kept/bad-review');
    await page
      .getByRole('link', { name: new RegExp(COURSE) })
      .first()
      .click();
    await page.getByText('内容用处不大').first().waitFor();
    await page.getByRole('button', { name: '登记回访' }).first().waitFor();
  });
});

describe('the screen of a window', () => {
  let kiosk: Visitor;
  const memory = () => kiosk.page.evaluate<string>(() => localStorage.getItem('kiosk') ?? '');
  const kept = async (): Promise<number> =>
    (JSON.parse(await memory()) as { ratings: readonly object[] }).ratings.length;
  const lying = async (): Promise<number> => {
    const { surveys } = (await (await desk.page.request.get('/api/surveys')).json()) as {
      surveys: readonly { questionnaire: string; lying: number }[];
    };
    return surveys.find(({ questionnaire }) => questionnaire === 'window')?.lying ?? -1;
  };

  test('is set up by the code its officer was given', async () => {
    const { page } = desk;
    await desk.open('/desk/surveys');
    await page.getByLabel('窗口', { exact: true }).fill('云泽省外办，省政务大厅 3 号窗口');
    await page.getByRole('button', { name: '取启用码' }).click();
    const said = await page.getByText(/启用码 [0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/).innerText();
    kiosk = await visit(null, { installed: true });
    kiosk.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
    await kiosk.page.setViewportSize({ width: 768, height: 1024 });
    await kiosk.open('/kiosk');
    await kiosk.page.getByLabel('启用码').fill(/[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/.exec(said)?.[0] ?? '');
    await kiosk.page.getByRole('button', { name: '启用' }).click();
    await kiosk.page.getByRole('heading', { name: '这次办得怎么样？' }).waitFor();
    await shot(kiosk.page, 'kiosk');
  });

  test('goes on with the network cut, comes back to its question by itself, and survives being switched off', async () => {
    const { page, context } = kiosk;
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const before = await lying();
    await context.setOffline(true);
    for (const level of ['非常满意', '满意', '基本满意']) {
      await page.getByRole('button', { name: level }).first().click();
      await page.getByRole('heading', { name: '谢谢您的评价' }).waitFor();
      await page.getByRole('heading', { name: '这次办得怎么样？' }).waitFor();
    }
    await page.getByRole('button', { name: '非常不满意' }).click();
    await page.getByRole('button', { name: '跑了多趟' }).click();
    await page.getByRole('button', { name: '交评价' }).click();
    await page.getByRole('heading', { name: '谢谢您的评价' }).waitFor();
    expect(await kept()).toBe(4);
    await page.reload();
    await page.getByRole('heading', { name: '这次办得怎么样？' }).waitFor();
    expect(await kept()).toBe(4);
    expect(await lying()).toBe(before);

    await context.setOffline(false);
    await expect.poll(kept, { timeout: 30_000 }).toBe(0);
    expect(await lying()).toBe(before + 4);
    // Nothing of the last person is left on the device.
    expect(await memory()).not.toMatch(/"mark"|trips"?\]/);
  });
});

test('the year’s report says how many answered and by which way, and is taken along as a workbook', async () => {
  const director = await visit('director');
  const { page } = director;
  await director.open('/insight/voices');
  const row = page.getByRole('row', { name: /窗口办事人/ });
  await row.getByText('93.5%').waitFor();
  await row.getByText('31 份').waitFor();
  await row.getByText(/窗口评价器 31/).waitFor();
  await page
    .getByRole('row', { name: /友城伙伴/ })
    .getByText('另有 3 份未开启')
    .waitFor();
  await shot(page, 'voices');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '导出表格' }).click();
  expect((await download).suggestedFilename()).toMatch(/满意度-\d{4}\.xlsx/);
});
