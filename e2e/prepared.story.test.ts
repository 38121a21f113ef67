import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ownDelegation } from '@zhitongche/catalogue/outbound/trip/samples.ts';
import type { Visitor } from './harness/browser.ts';
import type { PickedFile } from './harness/documents.ts';
import { fieldAround, inputAt } from './harness/fill-form.ts';
import { officeFixture } from './harness/fixture.ts';
import { call } from './harness/wire.ts';

const office = officeFixture();
const ACCOUNT = 'lanzhou-demo-commerce-filer';
const LONG = { timeout: 120_000 };
let clerk: Visitor;
let id = '';
beforeAll(async () => {
  const caller = await call(office.address, ACCOUNT);
  const { requestLetter: _theOwn, ...rest } = ownDelegation({
    today: '2026-03-10',
    leaveIn: 75,
    unit: '澜洲市商务局',
    group: '澜洲市经贸洽谈代表团',
  });
  id = await caller.draft('outbound-trip', rest);
  clerk = await office.visit(ACCOUNT);
}, 120_000);

const around = () => fieldAround(clerk.page, ['requestLetter']);
const opens = (section: string) => clerk.open(`/hall/cases/${id}/edit?s=${section}`);

/** Downloads the request and gives it back as a scanner with so many dots to the inch makes it: the sheet that is sealed as a picture. */
async function sealed(name: string, dpi: number): Promise<PickedFile> {
  const coming = clerk.page.waitForEvent('download');
  await around().getByRole('button', { name: '下载 PDF' }).click();
  const download = await coming;
  const folder = mkdtempSync(join(tmpdir(), 'sealed-'));
  try {
    const path = join(folder, 'paper.pdf');
    await download.saveAs(path);
    execFileSync('pdftoppm', ['-jpeg', '-r', String(dpi), path, join(folder, 'page')]);
    const pages = readdirSync(folder).filter((file) => file.endsWith('.jpg'));
    // The list of people and the programme follow it.
    const sheet = pages.toSorted().at(-3);
    return { name, mimeType: 'image/jpeg', buffer: readFileSync(join(folder, sheet ?? '')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const brings = (file: PickedFile) => around().locator('input[type=file]').setInputFiles(file);
const version = (name: string) => around().getByLabel(`${name} 的版本码`);
const reads = async (name: string) => {
  await around().getByRole('link', { name }).waitFor();
  await expect.poll(() => version(name).inputValue()).toMatch(/^(?:[1-9A-Z]{4}-?){3}$/);
};

describe('the request nobody writes any more', () => {
  test('is downloaded, sealed and brought back as a picture, and known by its code', LONG, async () => {
    await opens('materials');
    await brings(await sealed('盖章请示.jpg', 150));
    await reads('盖章请示.jpg');
    expect(await around().getByText('旧版本').count()).toBe(0);
  });

  test('is told old as soon as something it shows is changed, and what it was', LONG, async () => {
    await opens('itinerary');
    const route = inputAt(clerk.page, ['route']);
    const before = await route.inputValue();
    await route.fill(`${before}（经上海）`);
    await route.blur();
    await clerk.page.getByRole('button', { name: '下一部分' }).waitFor();
    await opens('materials');
    await around().getByText(`往返路线（原为“${before}”）`).waitFor();
  });

  test(
    'is right again once it is downloaded anew; what cannot be read is typed off the sheet',
    LONG,
    async () => {
      await around().getByRole('button', { name: '移除 盖章请示.jpg' }).click();
      const file = await sealed('新盖章请示.jpg', 150);
      await brings(file);
      await reads('新盖章请示.jpg');
      await expect.poll(() => around().getByText('旧版本').count()).toBe(0);
      const code = await version('新盖章请示.jpg').inputValue();
      await around().getByRole('button', { name: '移除 新盖章请示.jpg' }).click();
      await brings(await sealed('模糊.jpg', 20));
      await around().getByRole('link', { name: '模糊.jpg' }).waitFor();
      await around().getByText('没有读到版本码').waitFor();
      expect(await version('模糊.jpg').inputValue()).toBe('');
      await version('模糊.jpg').fill(code.toLowerCase().replaceAll('-', ' '));
      await version('模糊.jpg').blur();
      expect(await version('模糊.jpg').inputValue()).toBe(code);
      await expect.poll(() => around().getByText('没有读到版本码').count()).toBe(0);
      await office.leave(clerk);
    },
  );
});
