import type { Disclosure, PaymentPlanForm, ProjectForm, TermAndYearForm } from '../model/disclosure.ts';
import { termTexts } from '../model/goal-form.ts';
import { indicatorPart } from './indicator-part.ts';
import { figure, fixed, long, type Part, type SheetColumn, stored } from './sheet.ts';

const facts: readonly SheetColumn[] = [fixed('label', '栏目'), long('value', '内容')];

/** The sheets of one goal form: its fields, its money or plan, its goals, its indicators. */
export function projectParts(
  form: ProjectForm,
  at: number,
  year: string | null,
  put: (form: ProjectForm) => Disclosure,
): readonly Part[] {
  const owner = `project:${at + 1}`;
  const title = `${at + 1}. ${form.name ?? '未写项目名称'}`;
  const own =
    form.layout === 'payment-plan' ? planParts(form, owner, title, put) : termParts(form, owner, title, put);
  return [
    ...own,
    indicatorPart(
      { id: `${owner}/indicators`, owner, title: `${title}·绩效指标` },
      form.indicators,
      year,
      (indicators) => put({ ...form, indicators }),
    ),
  ];
}

function planParts(
  form: PaymentPlanForm,
  owner: string,
  title: string,
  put: (form: ProjectForm) => Disclosure,
): readonly Part[] {
  return [
    {
      id: owner,
      owner,
      title,
      columns: facts,
      growable: false,
      rows: [
        ['表号', form.no],
        ['项目编码', form.code],
        ['项目名称', form.name],
        [`预算数（${form.unit}）`, form.budget],
        [`其中：财政资金（${form.unit}）`, form.fiscal],
        [`其他资金（${form.unit}）`, form.other],
        ['资金用途', form.purpose],
      ],
      write: (rows) => {
        const value = (row: number) => stored(rows[row]?.[1]);
        return put({
          ...form,
          no: value(0),
          code: value(1),
          name: value(2),
          budget: value(3),
          fiscal: value(4),
          other: value(5),
          purpose: value(6),
        });
      },
    },
    {
      id: `${owner}/plan`,
      owner,
      title: `${title}·资金支出计划`,
      columns: [fixed('month', '截至月底'), figure('percent', '累计支出（%）')],
      growable: false,
      rows: form.plan.map((point) => [`${point.month}月`, point.percent]),
      write: (rows) =>
        put({
          ...form,
          plan: form.plan.map((point, row) => ({ ...point, percent: stored(rows[row]?.[1]) })),
        }),
    },
    {
      id: `${owner}/goals`,
      owner,
      title: `${title}·绩效目标`,
      columns: [long('goal', '绩效目标')],
      growable: true,
      rows: form.goals.map((goal) => [goal]),
      write: (rows) => put({ ...form, goals: rows.flatMap(([goal]) => stored(goal) ?? []) }),
    },
  ];
}

function termParts(
  form: TermAndYearForm,
  owner: string,
  title: string,
  put: (form: ProjectForm) => Disclosure,
): readonly Part[] {
  const texts = form.texts.map((text, at): [string, string | null] => [termTexts[at] ?? '', text]);
  return [
    {
      id: owner,
      owner,
      title,
      columns: facts,
      growable: false,
      rows: [
        ['项目名称', form.name],
        ['主管部门及代码', form.authority],
        ['实施单位', form.unitName],
        ['项目属性', form.nature],
        ['项目期', form.period],
        ['实施期目标', form.termGoal],
        ['年度目标', form.yearGoal],
        ['填报日期', form.filledAt],
        ...texts,
      ],
      write: (rows) => {
        const value = (row: number) => stored(rows[row]?.[1]);
        return put({
          ...form,
          name: value(0),
          authority: value(1),
          unitName: value(2),
          nature: value(3),
          period: value(4),
          termGoal: value(5),
          yearGoal: value(6),
          filledAt: value(7),
          texts: form.texts.map((_, at) => value(8 + at)),
        });
      },
    },
    {
      id: `${owner}/money`,
      owner,
      title: `${title}·资金`,
      columns: [
        fixed('source', '资金来源'),
        figure('term', `实施期（${form.unit}）`),
        figure('year', `年度（${form.unit}）`),
      ],
      growable: false,
      rows: form.money.map((line) => [line.source, line.term, line.year]),
      write: (rows) =>
        put({
          ...form,
          money: form.money.map((line, row) => ({
            ...line,
            term: stored(rows[row]?.[1]),
            year: stored(rows[row]?.[2]),
          })),
        }),
    },
  ];
}
