import type { DepartmentForm, Disclosure } from '../model/disclosure.ts';
import { indicatorPart } from './indicator-part.ts';
import { figure, fixed, long, type Part, stored } from './sheet.ts';

/** The sheets of the department's own goal form. */
export function departmentParts(
  form: DepartmentForm,
  year: string | null,
  put: (form: DepartmentForm) => Disclosure,
): readonly Part[] {
  const owner = 'department';
  const title = '部门整体绩效目标';
  const heads = 4;
  return [
    {
      id: owner,
      owner,
      title,
      columns: [fixed('label', '栏目'), long('value', '内容')],
      growable: false,
      rows: [
        ['部门名称', form.name],
        ['部门职责', form.duties],
        ['战略目标', form.strategy],
        ['年度绩效目标', form.goal],
        ...form.facts.map((fact) => [fact.label, fact.value]),
      ],
      write: (rows) => {
        const value = (row: number) => stored(rows[row]?.[1]);
        return put({
          ...form,
          name: value(0),
          duties: value(1),
          strategy: value(2),
          goal: value(3),
          facts: form.facts.map((fact, at) => ({ ...fact, value: value(heads + at) })),
        });
      },
    },
    {
      id: `${owner}/money`,
      owner,
      title: `${title}·资金`,
      columns: [fixed('side', '类别'), fixed('source', '项目'), figure('amount', '金额')],
      growable: false,
      rows: form.money.map((line) => [line.side === 'source' ? '来源' : '用途', line.source, line.amount]),
      write: (rows) =>
        put({ ...form, money: form.money.map((line, at) => ({ ...line, amount: stored(rows[at]?.[2]) })) }),
    },
    {
      id: `${owner}/tasks`,
      owner,
      title: `${title}·年度主要任务`,
      columns: [long('duty', '职责'), long('task', '任务')],
      growable: true,
      rows: form.tasks.map((line) => [line.duty, line.task]),
      write: (rows) =>
        put({
          ...form,
          tasks: rows.map(([duty, task]) => ({ duty: stored(duty) ?? '', task: stored(task) ?? '' })),
        }),
    },
    indicatorPart(
      { id: `${owner}/indicators`, owner, title: `${title}·绩效指标` },
      form.indicators,
      year,
      (indicators) => put({ ...form, indicators }),
    ),
  ];
}
