import type { Disclosure, Indicator, IndicatorScope } from '../model/disclosure.ts';
import { indicator } from '../read/indicators.ts';
import { fixed, long, type Part, type SheetColumn, stored, words } from './sheet.ts';

const columns: readonly SheetColumn[] = [
  fixed('no', '序号'),
  words('scope', '期限'),
  words('level1', '一级指标'),
  words('level2', '二级指标'),
  words('name', '指标名称'),
  long('description', '指标解释'),
  words('raw', '指标值'),
  words('basis', '依据'),
];

/** Indicators of one form as a sheet; typing a target takes it apart again. */
export function indicatorPart(
  where: { readonly id: string; readonly owner: string; readonly title: string },
  indicators: readonly Indicator[],
  year: string | null,
  put: (indicators: readonly Indicator[]) => Disclosure,
): Part {
  return {
    ...where,
    columns,
    growable: true,
    rows: indicators.map((own) => [
      String(own.no),
      own.scope,
      own.level1,
      own.level2,
      own.name,
      own.description,
      own.raw,
      own.basis,
    ]),
    write: (rows) => {
      // Each scope counts for itself, as the forms print them.
      const last = { 年度: 0, 实施期: 0 };
      return put(
        rows.map((row, at) => {
          const scope: IndicatorScope = row[1] === '实施期' ? '实施期' : '年度';
          last[scope] += 1;
          return restated(row, scope, last[scope], indicators[at], year);
        }),
      );
    },
  };
}

function restated(
  [, , level1, level2, name, description, raw, basis]: readonly (string | null)[],
  scope: IndicatorScope,
  no: number,
  before: Indicator | undefined,
  year: string | null,
): Indicator {
  const label = stored(level1);
  const printed = {
    // A merged label is printed once; a corrected one counts as printed in its own row.
    level1Printed: before !== undefined && before.level1 === label ? before.level1Printed : label,
    level2: stored(level2),
    name: stored(name),
    description: stored(description),
    raw: stored(raw),
    basis: stored(basis),
  };
  const next = indicator(printed, no, scope, year);
  return { ...next, level1: label ?? next.level1 };
}
