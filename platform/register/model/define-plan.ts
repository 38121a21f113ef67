import { type Basis, blocking, type Problem } from '@zhitongche/base';
import { type Answers, date, type Fields, form, integer, pick, text } from '@zhitongche/form';
import { defineRegister } from './define-register.ts';
import type { Reader, RegisterKind, SampleRow } from './kind.ts';
import type { KeptRow } from './row.ts';
import type { Plan } from './plan.ts';
import { itemOf, type PlanDesks, planSet, planStages, tooSmall } from './plan-stages.ts';

interface Given {
  readonly code: string;
  readonly name: string;
  readonly noun: string;
  readonly en: string;
  readonly category: string;
  readonly what: string;
  readonly measure: string;
  readonly basis: Basis;
  /** What is asked of an item besides number, unit, day and how many. */
  readonly fields: Fields;
  readonly plan: Plan;
  readonly desks: PlanDesks;
  readonly readers: readonly Reader[];
  readonly papers?: RegisterKind['papers'];
  samples(today: string): readonly SampleRow[];
}

/** A year's plan as a register of its items: handed in, consolidated, approved by letter, done by exactly the matters that name them. */
export const definePlan = (given: Given): RegisterKind => {
  const { code, basis, measure, desks, fields, plan, papers } = given;
  const [first = 'number'] = Object.keys(fields);
  const kind = defineRegister({
    ...given,
    basis: [basis.title],
    form: form({
      item: {
        title: given.noun,
        fields: {
          number: text('计划编号', {
            max: 40,
            required: true,
            width: 4,
            help: '年份、单位和序号，如 2027-商务-01',
          }),
          unit: pick('单位', 'org', { required: true, width: 4 }),
          planned: date('计划日期', { required: true, width: 4, help: '按月计划的填当月1日' }),
          count: integer('数量', { min: 1, max: 9999, unit: measure, required: true, width: 4 }),
          ...fields,
        },
      },
    }),
    set: planSet,
    title: (answers: Answers) =>
      [answers['number'], answers[first]].filter((one) => typeof one === 'string').join(' ') || given.noun,
    columns: [
      { key: 'number', later: true },
      { key: 'unit' },
      ...Object.keys(fields).map((key, at) => ({
        key,
        ...(key === first || at > 3 ? { later: true as const } : {}),
      })),
      { key: 'planned' },
      { key: 'count' },
      { key: 'letter' },
      { key: 'done', label: '执行', of: (answers: Answers) => `${itemOf({ answers }).matters?.length ?? 0}` },
    ],
    unique: ['number'],
    org: 'unit',
    day: 'planned',
    order: 'day',
    stages: planStages(code, desks, basis, measure),
    relations: [],
    readers: given.readers,
    keepers: [...desks.units, ...desks.desks],
    guards: (row: KeptRow, answers: Answers | null): readonly Problem[] =>
      guarded(row, answers, basis, measure),
    ...(papers ? { papers } : {}),
    samples: (today: string) => given.samples(today) as never,
  } as never);
  return { ...kind, plan };
};

/** What was handed in changes by its stages, and what was done stays on record. */
const guarded = (
  row: KeptRow,
  answers: Answers | null,
  basis: Basis,
  measure: string,
): readonly Problem[] => {
  const stop = (code: string, at: readonly string[], message: string, en: string, todo: string) =>
    blocking(`plan.${code}`, [...at], message, en, { todo, basis });
  if (answers === null)
    return (itemOf(row).matters?.length ?? 0) > 0
      ? [
          stop(
            'done',
            [],
            '这一项已经执行，不能注销',
            'Done already',
            '执行情况要留在计划里；不再办的先撤销办件',
          ),
        ]
      : [];
  return row.stage === 'drafted' || row.stage === 'sent'
    ? tooSmall(row, answers['count'], basis, measure)
    : [
        stop(
          'fixed',
          [],
          '已汇总、已批复的计划不能直接改',
          'Fixed',
          '汇总的请“退回修改”，批复的请“调整”或“置换”',
        ),
      ];
};
