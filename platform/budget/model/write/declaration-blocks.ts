import { termTexts, threeBranchTree } from '../model/goal-form.ts';
import type { DepartmentForm, Indicator, TermAndYearForm } from '../model/disclosure.ts';
import { moneyText } from '@zhitongche/base';
import type { Block, GridCell } from './document.ts';

const cell = (text: string | null, columns = 1): GridCell => ({ text: text ?? '', columns, align: 'left' });
const label = (text: string, columns = 1): GridCell => ({ text, columns, align: 'center' });

/** Shanxi's project form, term and year side by side, money in yuan. */
export function termAndYearBlocks(form: TermAndYearForm, year: string | null, order: number): Block[] {
  const money = form.money.map((line, at): GridCell[] => {
    const amount = (figure: string | null, columns: number): GridCell => ({
      text: figure === null ? '' : moneyText(figure),
      columns,
      align: 'right',
    });
    const name = (scope: string) =>
      at === 0 ? `${scope}${line.source}：` : at === 1 ? `其中：${line.source}` : line.source;
    return [
      label(at === 0 ? `项目资金（${form.unit}）` : ''),
      label(name('实施期'), 2),
      amount(line.term, 1),
      label(name('年度'), 2),
      amount(line.year, 2),
    ];
  });
  const rows: GridCell[][] = [
    [label('项目名称', 2), cell(form.name, 6)],
    [label('主管部门及代码', 2), cell(form.authority, 2), label('实施单位', 2), cell(form.unitName, 2)],
    [label('项目属性', 2), cell(form.nature, 2), label('项目期', 2), cell(form.period, 2)],
    ...money,
    ...termTexts.map((text, at) => [label(text, 2), cell(form.texts[at] ?? null, 6)]),
    [label('', 2), label('实施期目标', 3), label('年度目标', 3)],
    [label('总体目标', 2), cell(form.termGoal, 3), cell(form.yearGoal, 3)],
    [
      label('绩效指标'),
      label('一级指标'),
      ...[0, 1].flatMap(() => [label('二级指标'), label('三级指标'), label('指标值')]),
    ],
    ...pairs(form.indicators).map((row) => [
      label(''),
      cell(row.level1),
      ...row.sides.flatMap((side) => side.map((text) => cell(text))),
    ]),
    [
      label('负责人：'),
      cell(''),
      label('经办人：'),
      cell(''),
      label('联系电话：'),
      cell(''),
      label('填报日期：'),
      cell(form.filledAt),
    ],
  ];
  return [
    { kind: 'title', text: '省级预算部门（单位）项目支出绩效目标申报表', newPage: true },
    { kind: 'identity', text: year === null ? '' : `（${year}年度）` },
    {
      kind: 'grid',
      name: `项目${order}`,
      widths: [8, 10, 14, 20, 12, 14, 20, 12],
      headRows: 0,
      wide: true,
      rows,
    },
  ];
}

interface PairRow {
  readonly level1: string | null;
  readonly sides: readonly [readonly (string | null)[], readonly (string | null)[]];
}

/** Rows of the two sides: every second level of the tree has at least one row, blank when neither side has an indicator there. */
function pairs(indicators: readonly Indicator[]): PairRow[] {
  const scope = (name: Indicator['scope']) => indicators.filter((indicator) => indicator.scope === name);
  const term = scope('实施期');
  const year = scope('年度');
  return threeBranchTree.branches.flatMap((branch) =>
    branch.level2.flatMap((level2, at) => {
      const left = term.filter((indicator) => indicator.level2 === level2);
      const right = year.filter((indicator) => indicator.level2 === level2);
      const count = Math.max(left.length, right.length, 1);
      return Array.from({ length: count }, (_, index): PairRow => {
        const own = [left[index], right[index]];
        const blank = own.every((indicator) => indicator === undefined);
        const printed = own.find((indicator) => indicator?.level1Printed != null)?.level1Printed ?? null;
        const shown = index === 0 ? level2 : null;
        return {
          level1: blank && at === 0 ? branch.level1 : printed,
          sides: [
            [shown, left[index]?.name ?? null, left[index]?.raw ?? null],
            [shown, right[index]?.name ?? null, right[index]?.raw ?? null],
          ],
        };
      });
    }),
  );
}

/** Shanxi's form for the whole department. */
export function departmentBlocks(form: DepartmentForm, year: string | null): Block[] {
  const two = <Item>(items: readonly Item[]): Item[][] =>
    items.flatMap((_, at) => (at % 2 === 0 ? [items.slice(at, at + 2)] : []));
  const side = (name: 'source' | 'use') => form.money.filter((line) => line.side === name);
  const uses = side('use');
  const rows: GridCell[][] = [
    [label('部门基本信息'), label('部门名称'), cell(form.name, 3)],
    ...two(form.facts).map((pair) => [
      label(''),
      ...[0, 1].flatMap((at) => [label(pair[at]?.label ?? ''), cell(pair[at]?.value ?? null)]),
    ]),
    [label('部门职责'), cell(form.duties, 4)],
    [label('部门战略目标'), cell(form.strategy, 4)],
    [
      label('年度预算情况'),
      label('按资金来源划分'),
      label('资金总额（万元）'),
      label('按资金方向划分'),
      label('资金总额（万元）'),
    ],
    ...side('source').map((line, at) => [
      label(''),
      label(line.source),
      { ...cell(line.amount), figure: true },
      label(uses[at]?.source ?? ''),
      { ...cell(uses[at]?.amount ?? null), figure: true },
    ]),
    [label('年度重点任务'), label('核心职能', 2), label('重点任务', 2)],
    ...form.tasks.map(({ duty, task }) => [label(''), cell(duty, 2), cell(task, 2)]),
    [label('年度绩效目标'), cell(form.goal, 4)],
    [label('年度绩效指标'), label('一级指标'), label('二级指标'), label('三级指标'), label('指标值')],
    ...form.indicators.map((indicator, at) => [
      label(''),
      cell(indicator.level1Printed),
      cell(form.indicators[at - 1]?.level2 === indicator.level2 ? null : indicator.level2),
      cell(indicator.name),
      cell(indicator.raw),
    ]),
  ];
  return [
    { kind: 'title', text: '省级预算部门（单位）整体支出绩效目标申报表', newPage: true },
    { kind: 'identity', text: year === null ? '' : `（${year}）年度` },
    { kind: 'grid', name: '整体支出', widths: [12, 22, 20, 28, 18], headRows: 0, wide: true, rows },
  ];
}
