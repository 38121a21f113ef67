import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { said } from './harness/desk.ts';
import { officeFixture } from './harness/fixture.ts';
import { begins, ends, fills, opens } from './harness/kept.ts';
import { lookAt, settled } from './harness/page-invariants.ts';

const office = officeFixture();
const { visit, leave } = office;
const TITLE = '公务普通护照 云泽省科学技术厅 甲柜2层02格';
const LOCKED = /已逾期31天/;

/** Abroad since 2 March for six days: due on 15 March, seven days after the return. */
const ABROAD = { number: 'SE1234503', title: '公务护照 云泽省商务厅 甲柜2层01格' };

/** So many days later than the office was. */
const later = (days: number) => fetch(`${office.clock}/?days=${days}`, { method: 'POST' });

/** Opens a filing at its last page, where everything that stands in its way is said. */
async function looksAtFiling(page: Page): Promise<void> {
  await page.goto('/hall');
  await page.getByRole('heading', { name: '因公临时出国任务', exact: true }).click();
  await page.getByRole('button', { name: '开始申报' }).click();
  const sections = page.getByRole('navigation', { name: '填报进度' });
  await sections.getByRole('link', { name: '核对并提交' }).click();
}

/** A message of the clock, which looks once a minute. */
async function isTold(page: Page, where: string, words: RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(where);
        await settled(page);
        return await page.getByText(words).count();
      },
      { timeout: 120_000, interval: 3_000 },
    )
    .toBeGreaterThan(0);
}

test('a changed itinerary moves the day a passport is due, and the day itself is told to desk and unit', {
  timeout: 300_000,
}, async () => {
  const desk = await visit('passports');
  const { page } = desk;
  desk.expect(/status of 422/);
  await opens(page, '/desk/kept/custody', ABROAD.title, ABROAD.number);
  await page.getByRole('region', { name: '5 天后应交回' }).waitFor();
  await begins(page, '变更行程');
  await fills(page, { exitOn: '2026-03-02', days: '9' });
  // Three days more are somebody's to approve.
  await ends(page, '变更行程');
  await page.getByText('没有写明批准出访的办件').first().waitFor();
  await fills(page, { outside: '云外变〔2026〕5号' });
  await ends(page, '变更行程');
  await said(page, '已变更行程');
  await page.getByRole('region', { name: '8 天后应交回' }).waitFor();
  expect(await lookAt(page, 'custody-redated')).toEqual([]);
  await leave(desk);

  // 15 March passes and says nothing; 18 March is the day.
  await later(8);
  const there = await visit('passports');
  await isTold(there.page, '/desk/notices', /云泽省商务厅 甲柜2层01格.*今天应交回/);
  await opens(there.page, '/desk/kept/custody', ABROAD.title, ABROAD.number);
  await there.page.getByRole('region', { name: '今天应交回' }).waitFor();
  await leave(there);
  const clerk = await visit('commerce-filer');
  await isTold(clerk.page, '/hall/notices', /云泽省商务厅 甲柜2层01格.*今天应交回/);
  await leave(clerk);
});

test('thirty days late locks the unit, which reads the passport that does it; handed in, it files at once', {
  timeout: 240_000,
}, async () => {
  // Lent for eight days thirty-five days ago: late by twenty on the first day of the demo office, by thirty-one on this.
  await later(3);
  const clerk = await visit('science-filer');
  const { page } = clerk;
  await looksAtFiling(page);
  await page.getByText(LOCKED).first().waitFor();
  await page
    .getByText(/请先将护照交回证照部门/)
    .first()
    .waitFor();
  expect(await lookAt(page, 'custody-locked')).toEqual([]);

  const desk = await visit('passports');
  await opens(desk.page, '/desk/kept/custody', TITLE, 'PE1234504');
  await begins(desk.page, '交回');
  await fills(desk.page, { returnedOn: '2026-03-21', daysAbroad: '8' });
  await desk.page.getByRole('radio', { name: '是', exact: true }).check();
  await ends(desk.page, '交回');
  await said(desk.page, '已交回');
  await leave(desk);

  await page.reload();
  await settled(page);
  await page.getByText('核对并提交').first().waitFor();
  await expect.poll(() => page.getByText(LOCKED).count()).toBe(0);
  await leave(clerk);
});

test('a passport nobody hands in is late by the clock, told after seven days and thirty, and then locks its unit', {
  timeout: 420_000,
}, async () => {
  // 25 March, seven days after the changed day.
  await later(4);
  const clerk = await visit('commerce-filer');
  await isTold(clerk.page, '/hall/notices', /已于2026-03-18应交回，过了7天/);
  expect(await lookAt(clerk.page, 'custody-told')).toEqual([]);
  await leave(clerk);
  const desk = await visit('passports');
  await opens(desk.page, '/desk/kept/custody', ABROAD.title, ABROAD.number);
  await desk.page.getByText(/^逾期，/).waitFor();
  await desk.page.getByRole('region', { name: '应交回已过 7 天' }).waitFor();
  expect(await lookAt(desk.page, 'custody-seven-late')).toEqual([]);
  await leave(desk);

  // 17 April: thirty days are told, and nothing is locked yet; on the 18th it is.
  await later(23);
  const warned = await visit('commerce-filer');
  await isTold(warned.page, '/hall/notices', /已于2026-03-18应交回，过了30天/);
  await looksAtFiling(warned.page);
  await settled(warned.page);
  expect(await warned.page.getByText(/已逾期30天/).count()).toBe(0);
  await leave(warned);
  await later(1);
  const locked = await visit('commerce-filer');
  await looksAtFiling(locked.page);
  await locked.page.getByText(LOCKED).first().waitFor();
  await leave(locked);
});
