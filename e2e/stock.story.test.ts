import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { stickerBatches } from '../catalogue/stock/sticker/index.ts';
import { said } from './harness/desk.ts';
import { answer, inputAt } from './harness/fill-form.ts';
import { officeFixture } from './harness/fixture.ts';
import { begins, ends, fills, opens, takesMany } from './harness/kept.ts';
import { lookAt, settled } from './harness/page-invariants.ts';

const { visit, leave } = officeFixture();
const STICKERS = '/desk/kept/sticker';
const BATCHES = '/desk/kept/sticker-batch';
const TITLE = '2026-02 云泽证照印务有限公司';
const REFUSED = /status of 422/;
const delivery = stickerBatches.form['main']?.fields ?? {};

/** How many stickers are on record, wherever they are. */
async function onRecord(page: Page): Promise<number> {
  const { stages }: { stages: readonly { count: number }[] } = await (
    await page.request.get('/api/kept/sticker/stages')
  ).json();
  return stages.reduce((sum, { count }) => sum + count, 0);
}

test('a shelf below its least says so; a delivery by numbers is inspected by two and lies there piece by piece', {
  timeout: 240_000,
}, async () => {
  const [desk, second] = [await visit('handler'), await visit('passports')];
  const { page } = desk;
  desk.expect(REFUSED);
  await desk.open(STICKERS);
  await settled(page);
  await page
    .getByText(/最低库存|低于/)
    .first()
    .waitFor();
  const before = await onRecord(page);
  expect(await lookAt(page, 'stickers')).toEqual([]);

  await desk.open(`${BATCHES}/new`);
  await settled(page);
  const batch = {
    batch: '2026-02',
    supplier: '云泽证照印务有限公司',
    arrived: '2026-03-10',
    prefix: 'YZ',
    digits: 6,
    from: 1600,
    to: 1001,
    place: 'store',
  };
  await answer(page, delivery, batch, Object.keys(batch));
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('止号小于起号').first().waitFor();
  await inputAt(page, ['from']).fill('1001');
  await inputAt(page, ['to']).fill('1600');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();

  await begins(page, '验收入库');
  await fills(page, { checked: '20', sound: '18' });
  await ends(page, '提出验收入库');
  await page.getByText('合格率90%，低于95%').first().waitFor();
  await fills(page, { sound: '20' });
  await ends(page, '提出验收入库');
  await said(page, '已提出“验收入库”，等另一人确认');
  expect(await lookAt(page, 'sticker-batch')).toEqual([]);
  await opens(second.page, BATCHES, TITLE, '2026-02');
  await second.page.getByText('抽检张数：20；合格张数：20').waitFor();
  await second.page.getByRole('button', { name: '同意验收入库' }).click();
  await said(second.page, '已确认验收入库');
  await leave(second);

  await desk.open(`${STICKERS}?q=YZ00100`);
  await settled(page);
  await expect.poll(() => page.getByRole('checkbox').count()).toBe(0);
  await page.getByRole('button', { name: '多选' }).click();
  for (const serial of ['YZ001001', 'YZ001002']) await page.getByLabel(`选中${serial}`).check();
  await takesMany(page, '领用', () => fills(page, { holder: '窗口一' }));
  await said(page, '已办理 2 张');
  await opens(page, STICKERS, 'YZ001002');
  await page.getByText(/^领用，今天起/).waitFor();
  await page.getByText('窗口一').first().waitFor();
  expect(await lookAt(page, 'sticker')).toEqual([]);
  // As many more as the delivery has numbers.
  expect(await onRecord(page)).toBe(before + 600);
  await leave(desk);
});

test('a contract says what is due next and who is on the spot; a draft is signed only once it is whole', {
  timeout: 240_000,
}, async () => {
  const desk = await visit('handler');
  const { page } = desk;
  desk.expect(REFUSED);
  await desk.open('/desk/kept/contract');
  await settled(page);
  await page.getByText('3人，缺1人').first().waitFor();
  await page
    .getByText(/2026-03-18 90,?000\.00元/)
    .first()
    .waitFor();
  expect(await lookAt(page, 'contracts')).toEqual([]);

  await opens(page, '/desk/kept/contract', 'YZHT-001 视频会议系统驻场运维', 'YZHT-001');
  await begins(page, '登记付款');
  await fills(page, { paidOn: '2026-03-11', voucher: '记字12号' });
  await ends(page, '登记付款');
  await page.getByText('付款日还没有到').first().waitFor();
  await fills(page, { paidOn: '2026-03-10' });
  await ends(page, '登记付款');
  await said(page, '已登记付款');
  expect(await lookAt(page, 'contract')).toEqual([]);
  await desk.open('/desk/kept/contract');
  await page
    .getByText(/2026-09-26 90,?000\.00元/)
    .first()
    .waitFor();

  await opens(page, '/desk/kept/contract', 'YZHT-003 外事直通车系统年度运维', 'YZHT-003');
  await page.getByRole('region', { name: '还没有填写合同金额' }).waitFor();
  await page.getByRole('link', { name: '修改', exact: true }).click();
  await settled(page);
  await fills(page, { amount: '120000', from: '2026-04-01', until: '2027-03-31' });
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await said(page, '已保存');
  await begins(page, '送审');
  await ends(page, '送审');
  await said(page, '已送审');
  await begins(page, '登记签订');
  await fills(page, { signed: '2026-03-10' });
  await ends(page, '登记签订');
  await said(page, '已登记签订');
  await page.getByText(/^履行，今天起/).waitFor();
  await leave(desk);
});
