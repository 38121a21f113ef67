import { expect, test } from 'vitest';
import { said } from './harness/desk.ts';
import { officeFixture } from './harness/fixture.ts';
import { begins, ends, fills, opens } from './harness/kept.ts';
import { lookAt, settled } from './harness/page-invariants.ts';

const office = officeFixture();
const { visit, leave } = office;
const TITLE = '公务普通护照 云泽省科学技术厅 甲柜2层02格';
const LOCKED = /已逾期31天/;

test('thirty days late locks the unit, which reads the passport that does it; handed in, it files at once', {
  timeout: 240_000,
}, async () => {
  // Lent for eight days thirty-five days ago: late by twenty on the first day of the demo office, by thirty-one on this.
  await fetch(`${office.clock}/?days=11`, { method: 'POST' });
  const clerk = await visit('science-filer');
  const { page } = clerk;
  await clerk.open('/hall');
  await page.getByRole('heading', { name: '因公临时出国任务', exact: true }).click();
  await page.getByRole('button', { name: '开始申报' }).click();
  const sections = page.getByRole('navigation', { name: '填报进度' });
  await sections.getByRole('link', { name: '核对并提交' }).click();
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
