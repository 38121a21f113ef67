import { expect, test } from 'vitest';
import { lookAt, settled } from './harness/page-invariants.ts';
import { officeFixture } from './harness/fixture.ts';

const { visit, leave } = officeFixture();

test('the finance officer brings in the sheet of the bank, says where a difference comes from, and signs the day for good', {
  timeout: 300_000,
}, async () => {
  const finance = await visit('finance');
  const { page } = finance;
  await finance.open('/desk/money?tab=days');
  const today = await page.evaluate(async () => {
    const reply = await fetch('/api/calendar');
    return ((await reply.json()) as { today: string }).today;
  });
  const sheet = `交易日期,流水号,收入,支出,摘要\n${today},UNKNOWN-1,88.00,,不明来款\n`;
  const bring = async (): Promise<void> => {
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: '流水.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
  };
  await bring();
  await page.getByText('导入 1 笔').waitFor();
  await bring();
  await page.getByText('没有新的流水').waitFor();
  await settled(page);
  expect(await lookAt(page, 'money-days')).toEqual([]);
  // In order: what the demo office took at its counter first, then today.
  const days = await page.evaluate(async () => {
    const reply = await fetch('/api/money/days');
    return ((await reply.json()) as { day: string }[]).map(({ day }) => day).toReversed();
  });
  expect(days.at(-1)).toBe(today);
  for (const day of days) {
    await finance.open(`/desk/money?tab=days&day=${day}`);
    const till = page.getByRole('region', { name: '现金' });
    await till.waitFor();
    const [, cash = '0.00'] = /入账 ([\d,.]+) 元/.exec(await till.innerText()) ?? [];
    if (cash !== '0.00') await page.getByLabel('清点的现金（元）').fill(cash.replaceAll(',', ''));
    await till.getByText('平', { exact: true }).waitFor();
    if (day === today) {
      await page.getByText('流水中有，没有入账：不明来款').waitFor();
      expect(await page.getByRole('button', { name: '签署日结' }).isDisabled()).toBe(true);
      await page.getByLabel('差异的原因和处理').fill('来款人不明，已请银行查询');
    }
    await page.getByRole('button', { name: '签署日结' }).click();
    await page.getByText(/于 .* 签署/).waitFor();
  }
  await page.getByText('来款人不明，已请银行查询').waitFor();
  await settled(page);
  expect(await lookAt(page, 'money-closed')).toEqual([]);
  await finance.open('/desk/money?tab=days');
  await page
    .getByRole('link', { name: /已日结/ })
    .first()
    .waitFor();
  await leave(finance);
});
