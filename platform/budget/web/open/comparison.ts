import type { Reply } from '@zhitongche/contract/web';

/** A published budget as lists and comparisons show it. */
export type OpenRow = Reply<'openBudgets'>[number];
type Profile = OpenRow['profile'];

/** One line of the comparison: what is compared and the figure of each department, as printed. */
export interface Measure {
  readonly key: string;
  readonly label: string;
  readonly en: string;
  readonly unit: string;
  readonly of: (profile: Profile) => string | null;
}

/** A group of measures under one heading. */
export interface MeasureGroup {
  readonly key: string;
  readonly title: string;
  readonly en: string;
  readonly measures: readonly Measure[];
}

const money = (key: string, label: string, en: string, of: Measure['of']): Measure => ({
  key,
  label,
  en,
  unit: '万元',
  of,
});

/** Everything departments are set side by side by, except functional classes, which differ from one to another. */
export const MEASURES: readonly MeasureGroup[] = [
  {
    key: 'spending',
    title: '支出',
    en: 'Spending',
    measures: [
      money('total', '支出总计', 'Total', (p) => p.total),
      money('basic', '基本支出', 'Basic', (p) => p.basic),
      money('project', '项目支出', 'Projects', (p) => p.project),
      money('personnel', '人员经费', 'Personnel', (p) => p.personnel),
      money('publicUse', '公用经费', 'Running cost', (p) => p.publicUse),
    ],
  },
  {
    key: 'head',
    title: '人均',
    en: 'Per head',
    measures: [
      { key: 'staff', label: '在职人数', en: 'Staff', unit: '人', of: (p) => p.staff },
      money('basicPerHead', '人均基本支出', 'Basic spending per head', (p) => p.basicPerHead),
    ],
  },
  {
    key: 'projects',
    title: '项目',
    en: 'Projects',
    measures: [
      {
        key: 'count',
        label: '公开的项目数',
        en: 'Published projects',
        unit: '个',
        of: (p) => String(p.projects.count),
      },
      money('average', '平均每个项目', 'Average', (p) => p.projects.average),
      money('largest', '最大的项目', 'Largest', (p) => p.projects.largest),
    ],
  },
  {
    key: 'three',
    title: '“三公”经费',
    en: 'Three public expenses',
    measures: [
      money('threeTotal', '合计', 'Total', (p) => p.threePublic.total),
      money('abroad', '因公出国（境）费', 'Travel abroad', (p) => p.threePublic.abroad),
      money('reception', '公务接待费', 'Reception', (p) => p.threePublic.reception),
      money('running', '公务用车运行维护费', 'Vehicles, running', (p) => p.threePublic.running),
      money('purchase', '公务用车购置费', 'Vehicles, purchase', (p) => p.threePublic.purchase),
    ],
  },
];

/** Functional classes of all departments, in the order of their codes, with the share each department gives them. */
export function functionShares(
  rows: readonly OpenRow[],
): readonly { readonly code: string; readonly name: string; readonly shares: readonly (string | null)[] }[] {
  const names = new Map(
    rows.flatMap(({ profile }) => profile.functions.map(({ code, name }) => [code, name] as const)),
  );
  return [...names]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([code, name]) => ({
      code,
      name,
      shares: rows.map(({ profile }) => profile.functions.find((own) => own.code === code)?.share ?? null),
    }));
}

/** "河北省人民政府外事办公室" as "河北省外办", so that a chart has room for it. */
export const shortName = (name: string | null): string =>
  (name ?? '未写部门').replace('人民政府外事办公室', '外办').replace('外事办公室', '外办');
