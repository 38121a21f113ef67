import type { Page } from 'playwright-core';
import { type Answers, type Field, type Fields, shownColumns, toCellText } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import { typed } from './typed.ts';

/** Columns a grid shows: those some row asks for. */
const gridColumns = (columns: Fields, rows: readonly Answers[], whole: Answers): readonly string[] => {
  const asked = rows.map((row) => new Set(shownColumns(columns, row, whole)));
  return Object.keys(columns).filter((key) => asked.some((keys) => keys.has(key)));
};

/** Types a row of a grid from its first cell on, with nothing but the keyboard; `rows` are all rows of the grid as they will be. */
export async function typeRow(
  page: Page,
  columns: Fields,
  rows: readonly Answers[],
  row: Answers,
  whole: Answers,
): Promise<void> {
  for (const key of gridColumns(columns, rows, whole)) {
    const column = columns[key];
    const value = row[key];
    if (column && value !== undefined) await typeCell(page, column, value);
    await page.keyboard.press('Tab');
  }
}

async function typeCell(page: Page, column: Field, value: Json): Promise<void> {
  // From the top: something may have been filled in already.
  const steps = async (place: number): Promise<void> => {
    await page.keyboard.press('Home');
    await repeat(place + 1, () => page.keyboard.press('ArrowDown'));
  };
  switch (column.kind) {
    case 'choice':
      return steps(column.options.findIndex((option) => option.value === value));
    case 'yes-no':
      return steps(value === true ? 0 : 1);
    case 'date': {
      const [year = '', month = '', day = ''] = typed(value).split('-');
      return page.keyboard.type(month + day + year);
    }
    default:
      // As an input method commits it: Chinese has no keys of its own.
      return page.keyboard.insertText(toCellText(column, value));
  }
}

const repeat = async (times: number, act: () => Promise<void>): Promise<void> => {
  for (let n = 0; n < times; n += 1) await act();
};
