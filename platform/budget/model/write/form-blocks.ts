import { planMonths } from '../model/goal-form.ts';
import type { Disclosure, PaymentPlanForm } from '../model/disclosure.ts';
import type { Block, GridCell } from './document.ts';

/** Hebei's project form: head, payment plan, goals and indicators in one ruled table of seven columns. */
export function paymentPlanBlocks(
  form: PaymentPlanForm,
  department: Disclosure['department'],
  order: number,
): Block[] {
  const name = form.name ?? '未写名称的项目';
  const { code, name: office } = department;
  const owner = code === null || office === null ? '' : `${code}${office}\u3000\u3000`;
  const cell = (text: string | null, columns = 1, align: GridCell['align'] = 'left'): GridCell => ({
    text: text ?? '',
    columns,
    align,
  });
  const label = (text: string, columns = 1): GridCell => cell(text, columns, 'center');
  const spans = [1, 2, 1, 2];
  const plan: GridCell[][] =
    form.plan.length === 0
      ? []
      : [
          [
            { ...label('资金支出计划（%）'), rows: 2 },
            ...planMonths.map((month, at) => label(`${month}月底`, spans[at] ?? 1)),
          ],
          planMonths.map((month, at) => {
            const percent = form.plan.find((point) => point.month === month)?.percent ?? null;
            return label(percent === null ? '' : `${percent}%`, spans[at] ?? 1);
          }),
        ];
  const rows: GridCell[][] = [
    [label('项目编码'), cell(form.code, 2), label('项目名称'), cell(form.name, 3)],
    [
      { ...label('预算规模及资金用途'), rows: 2 },
      label('预算数'),
      { ...cell(form.budget, 1, 'right'), figure: true },
      label('其中：财政资金'),
      { ...cell(form.fiscal, 1, 'right'), figure: true },
      label('其他资金'),
      { ...cell(form.other, 1, 'right'), figure: true },
    ],
    [cell(form.purpose, 6)],
    ...plan,
    [label('绩效目标'), cell(form.goals.map((goal, at) => `${at + 1}.${goal}`).join('\n'), 6)],
    [
      ...['一级指标', '二级指标', '三级指标', '绩效指标描述', '指标值'].map((text) => label(text)),
      label('指标值确定依据', 2),
    ],
    ...form.indicators.map((indicator) => [
      cell(indicator.level1Printed),
      cell(indicator.level2),
      cell(indicator.name),
      cell(indicator.description),
      cell(indicator.raw),
      cell(indicator.basis, 2),
    ]),
  ];
  return [
    { kind: 'title', text: `${form.no === null ? '' : `${form.no}、`}${name}绩效目标表`, newPage: true },
    { kind: 'identity', text: `${owner}单位：${form.unit}` },
    {
      kind: 'grid',
      name: `项目${order}`,
      widths: [10, 12, 18, 22, 14, 10, 10],
      headRows: 0,
      wide: true,
      rows,
    },
  ];
}
