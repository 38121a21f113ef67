import { type Basis, blocking, type Problem } from '@zhitongche/base';
import type { Check } from '@zhitongche/case';
import { type Answers, date, type Fields, integer, pick, type Section, text } from '@zhitongche/form';
import { defineRegister, type GivenDate } from './define-register.ts';
import type { Reader, RegisterKind, SampleRow } from './kind.ts';
import type { KeptRow } from './row.ts';
import type { Plan } from './plan.ts';
import { type ByHand, itemOf, planSet, type PlanTerms } from './plan-matters.ts';
import { type PlanDesks, planStages, tooSmall } from './plan-stages.ts';

/** What is asked of every item, whatever the plan. */
const common = (measure: string) => ({
  number: text('计划编号', {
    max: 40,
    required: true,
    width: 4,
    help: '年份、单位和序号，如 2027-商务-01',
  }),
  unit: pick('单位', 'org', { required: true, width: 4 }),
  planned: date('计划日期', { required: true, width: 4, help: '按月计划的填当月1日' }),
  count: integer('数量', { min: 1, max: 9999, unit: measure, required: true, width: 4 }),
});

/** The form of a plan with such fields, for `checksFor`. */
export type PlanForm<F extends Fields> = {
  readonly item: Section<ReturnType<typeof common> & F>;
};

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
  /** How what was done is written down where no service does it; absent = cases alone do its items. */
  readonly byHand?: ByHand;
  /** Days nobody must miss, and rules of what is asked. */
  readonly dates?: readonly GivenDate[];
  readonly checks?: readonly Check[];
  readonly papers?: RegisterKind['papers'];
  samples(today: string): readonly SampleRow[];
}

/** A year's plan as a register of its items: handed in, consolidated, approved by letter, done by exactly the matters that name them. */
export const definePlan = (given: Given): RegisterKind => {
  const { code, basis, measure, desks, fields, plan, papers, byHand } = given;
  const terms: PlanTerms = { basis, measure, byHand };
  const [first = 'number'] = Object.keys(fields);
  const kind = defineRegister({
    ...given,
    basis: [basis.title],
    form: { item: { title: given.noun, fields: { ...common(measure), ...fields } } },
    set: planSet(terms),
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
    stages: planStages(code, desks, terms),
    relations: [],
    readers: given.readers,
    keepers: [...desks.units, ...desks.desks],
    guards: (row: KeptRow, answers: Answers | null): readonly Problem[] => guarded(row, answers, terms),
    ...(papers ? { papers } : {}),
    samples: (today: string) => given.samples(today) as never,
  } as never);
  return { ...kind, plan: { ...plan, ...(byHand ? { matter: byHand.matter } : {}) } };
};

/** What was handed in changes by its stages, and what was done stays on record. */
const guarded = (row: KeptRow, answers: Answers | null, terms: PlanTerms): readonly Problem[] => {
  const stop = (code: string, at: readonly string[], message: string, en: string, todo: string) =>
    blocking(`plan.${code}`, [...at], message, en, { todo, basis: terms.basis });
  if (answers === null)
    return (itemOf(row).matters?.length ?? 0) > 0
      ? [
          stop(
            'done',
            [],
            '这一项已经执行，不能注销',
            'Done already',
            terms.byHand
              ? '执行情况要留在计划里；登记有误的先撤下执行'
              : '执行情况要留在计划里；不再办的先撤销办件',
          ),
        ]
      : [];
  return row.stage === 'drafted' || row.stage === 'sent'
    ? tooSmall(row, answers['count'], terms)
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
