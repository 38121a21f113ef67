import type { At } from '@zhitongche/base';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { inputAt } from './fill-form.ts';
import { textOf } from './issued-paper.ts';
import { settled } from './page-invariants.ts';

/** Opens a row of a register on a page of its own, found by its name or by what is typed. */
export async function opens(page: Page, list: string, title: string, q = title): Promise<void> {
  await page.goto(`${list}?q=${encodeURIComponent(q)}`);
  await settled(page);
  await page.getByRole('link', { name: title, exact: true }).first().click();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Begins what is likely with the row, or what stands behind 更多办理. */
export async function begins(page: Page, label: string): Promise<void> {
  const button = page.getByRole('button', { name: label, exact: true });
  const more = page.getByRole('button', { name: '更多办理' });
  await button.or(more).first().waitFor();
  if (await button.first().isVisible()) return await button.first().click();
  await more.click();
  await page.getByRole('menuitem', { name: label, exact: true }).click();
}

/** Fills in what is asked, by the names of the fields. */
export async function fills(page: Page, given: Readonly<Record<string, string>>): Promise<void> {
  for (const [key, value] of Object.entries(given)) await inputAt(page, [key]).fill(value);
}

/** Presses what the open dialog ends with. */
export const ends = (page: Page, label: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name: label, exact: true }).click();

/** The text of a paper behind a link of the page, without blanks. */
export async function paper(page: Page, name: string): Promise<string> {
  const href = await page.getByRole('link', { name, exact: true }).getAttribute('href');
  const got = await page.request.get(href ?? '');
  expect(got.headers()['content-type']).toContain('application/pdf');
  return textOf(await got.body()).replaceAll(/\s/g, '');
}

/** Chooses all rows of the list before one. */
export async function choosesAll(page: Page): Promise<void> {
  await settled(page);
  await page.getByRole('button', { name: '多选' }).click();
  await page.getByRole('button', { name: '选眼前全部' }).click();
}

/** Takes one act on all rows chosen, with what it asks. */
export async function takesMany(page: Page, act: string, asked?: () => Promise<void>): Promise<void> {
  const bar = page.getByRole('region', { name: '成批办理' });
  await bar.getByRole('button', { name: '办理', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: /^办什么/ }).selectOption({ label: act });
  await asked?.();
  await dialog.getByRole('button', { name: '全部办理' }).click();
}

/** Picks an organisation, an account or a row by its name, whatever stands beside it; types anew where the list was closed over the name. */
export async function picks(page: Page, at: At, name: string): Promise<void> {
  const input = inputAt(page, at);
  const option = page.getByRole('option').filter({ has: page.getByText(name, { exact: true }) });
  for (let left = 2; ; left -= 1) {
    await input.click();
    await input.fill('');
    await input.fill(name);
    try {
      await option.first().click({ timeout: left > 0 ? 4_000 : 15_000 });
      return;
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}
