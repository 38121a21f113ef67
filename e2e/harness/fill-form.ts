import type { Locator, Page } from 'playwright-core';
import { type Answers, type Field, type Fields, shownColumns, showAnswer } from '@zhitongche/form';
import type { At, Json } from '@zhitongche/base';
import { smallPdf } from './documents.ts';
import { typed } from './typed.ts';

/** The input of an answer: its id on the page is its path, as for everybody who follows a link to a problem. */
export const inputAt = (page: Page, at: At): Locator => page.locator(`[id="${at.join('.')}"]`);

/** What stands around an input: label, help, problems. */
export const fieldAround = (page: Page, at: At): Locator =>
  page
    .locator('.field')
    .filter({ has: inputAt(page, at) })
    .last();

/** Fills in the named questions of a form, in order, each the way a hand would. */
export async function answer(
  page: Page,
  fields: Fields,
  answers: Answers,
  keys: readonly string[],
): Promise<void> {
  for (const key of keys) {
    const field = fields[key];
    const value = answers[key];
    if (!field) throw new Error(`The form asks no ${key}`);
    if (value !== undefined) await put(page, field, [key], value);
  }
}

/** Fills in the row at a place of its table on its own sheet, adding it unless the system has; closes the sheet unless told to leave it open. */
export async function addRow(
  page: Page,
  table: Extract<Field, { kind: 'table' }>,
  at: At,
  row: Answers,
  whole: Answers,
  leaveOpen = false,
): Promise<void> {
  const around = fieldAround(page, at.slice(0, -1));
  const there = around.getByTitle(`逐项填写第 ${Number(at.at(-1)) + 1} ${table.rowName}`);
  if ((await there.count()) > 0) await there.click();
  else await around.getByRole('button', { name: `添加一${table.rowName}` }).click();
  for (const key of shownColumns(table.columns, row, whole)) {
    const column = table.columns[key];
    const value = row[key];
    if (column && value !== undefined) await put(page, column, [...at, key], value);
  }
  if (!leaveOpen) await page.getByRole('button', { name: '填好了' }).click();
}

/** Finds one of many by its name, and takes it; types anew, as a hand does, where the list was closed over the name. */
export async function pickNamed(page: Page, at: At, name: string): Promise<void> {
  const input = inputAt(page, at);
  const option = page.getByRole('listbox').getByRole('option', { name, exact: true });
  // A dialog that opens takes the focus to its first button, also from whoever was quicker: the list then closes.
  for (let left = 2; ; left -= 1) {
    await input.click();
    await input.fill('');
    await input.fill(name);
    try {
      await option.click({ timeout: left > 0 ? 4_000 : 15_000 });
      return;
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

/** The same for a country, which has its English name beside it; a list that closed as the page moved is opened again. */
export async function pickCountry(page: Page, at: At, name: string): Promise<void> {
  const input = inputAt(page, at);
  for (let left = 2; ; left -= 1) {
    await input.fill('');
    await input.fill(name);
    try {
      await page
        .getByRole('option', { name })
        .first()
        .click({ timeout: left > 0 ? 4_000 : 15_000 });
      return;
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

/** Gives one answer. */
export async function put(page: Page, field: Field, at: At, value: Json): Promise<void> {
  const input = inputAt(page, at);
  switch (field.kind) {
    case 'choice': {
      if (field.options.length > 15) await pickNamed(page, at, showAnswer(field, value));
      else if (field.options.length > 6) await input.selectOption(typed(value));
      else await fieldAround(page, at).getByText(showAnswer(field, value), { exact: true }).click();
      return;
    }
    case 'yes-no':
      await fieldAround(page, at)
        .getByText(value === true ? '是' : '否', { exact: true })
        .click();
      return;
    case 'choices':
      for (const one of Array.isArray(value) ? value : [])
        await fieldAround(page, at)
          .getByLabel(showAnswer(field, [one]), { exact: true })
          .check();
      return;
    case 'country':
      await pickCountry(page, at, typed(value));
      return;
    case 'files':
      await fieldAround(page, at).locator('input[type=file]').setInputFiles(smallPdf(field.label));
      await fieldAround(page, at)
        .getByRole('link', { name: `${field.label}.pdf` })
        .waitFor();
      return;
    case 'table':
      throw new Error('Tables are filled in row by row');
    default:
      await input.fill(typed(value));
      await input.blur();
  }
}
