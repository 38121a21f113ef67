import { type Disclosure, type Reconciliation, checksCsv, indicatorCsv, tableCsv } from '@zhitongche/budget';

/** Spreadsheet programs take a CSV without it for another encoding. */
export const BOM = '\ufeff';

/** The open data of a disclosure by file name: one file per table, the indicators, the checks. */
export function dataFiles(
  model: Disclosure,
  reconciliation: Reconciliation,
): ReadonlyMap<string, { readonly title: string; readonly text: string }> {
  return new Map([
    ...model.tables.map((table): [string, { title: string; text: string }] => [
      `${table.id}.csv`,
      { title: table.title, text: tableCsv(model, table) },
    ]),
    ['indicators.csv', { title: '绩效指标', text: indicatorCsv(model) }],
    ['checks.csv', { title: '勾稽核对', text: checksCsv(reconciliation) }],
  ]);
}
