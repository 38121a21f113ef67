import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Door, openDoor } from './harness/browser.ts';
import { type Checkout, checkout } from './harness/checkout.ts';
import { openFromInbox } from './harness/desk.ts';
import { inputAt } from './harness/hand.ts';

const BUILD_WEB = "await (await import('./scripts/lib/build-web.mjs')).buildWeb();";
let copy: Checkout;
let door: Door | undefined;

beforeAll(() => {
  copy = checkout();
}, 120_000);
afterAll(async () => {
  await door?.close();
  await copy.remove();
}, 60_000);

test('a generated service is one folder and one line', () => {
  copy.run('scripts/new-service.mjs', 'friendship/town-twinning', '友好城市结好');
  expect(
    copy
      .git(
        'status',
        '--porcelain',
        '--',
        'packages',
        'platform',
        'catalogue',
        'apps',
        'offices',
        'scripts',
        'e2e',
      )
      .trim()
      .split('\n'),
  ).toEqual(['M catalogue/catalogue.ts', '?? catalogue/friendship/town-twinning/']);
  const [counted] = copy.git('diff', '--numstat').trim().split('\n');
  expect(counted).toBe('1\t0\tcatalogue/catalogue.ts');
}, 60_000);

test('it stands in the catalogue of the hall, and once filed on the desk of the window', async () => {
  copy.run('--input-type=module', '--eval', BUILD_WEB);
  const office = await copy.serve();
  door = await openDoor(office);
  const clerk = await door.visit('commerce-filer');
  const { page } = clerk;
  await clerk.open('/hall');
  await page.getByRole('heading', { name: '友好城市结好' }).click();
  await page.getByRole('button', { name: '开始申报' }).click();
  await page.locator('#section-title').waitFor();
  for (const [key, value] of Object.entries({
    subject: '与日本长野市结好',
    unit: '云泽省商务厅',
    persons: '3',
    onDate: '2026-05-20',
    reason: '两市往来二十年，拟正式结好。',
  }))
    await inputAt(page, [key]).fill(value);
  await page.getByRole('button', { name: '下一部分' }).click();
  await inputAt(page, ['contactName']).fill('周联络');
  await inputAt(page, ['contactPhone']).fill('13900000000');
  await page.getByRole('button', { name: '核对并提交' }).click();
  await page.getByRole('button', { name: '提交审批' }).click();
  await page.getByRole('heading', { name: '窗口受理' }).waitFor();
  const id = /cases\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

  const window = await door.visit('window');
  await openFromInbox(window.page, id);
  await window.page.getByText('与日本长野市结好').first().waitFor();
  expect([...clerk.faults(), ...window.faults()]).toEqual([]);
}, 240_000);
