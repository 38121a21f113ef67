import { checksFor } from '@zhitongche/case';
import { addDays, blocking, dayInShanghai } from '@zhitongche/base';
import { defineDuty, defineRegister } from '@zhitongche/register';
import { OFFICE_AND_CITIES } from '../../shared/desk-readers.ts';
import { policiesOf } from '../../shared/policies.ts';
import { OFTEN, taskForm, taskSet, type Task } from './form.ts';
import { lightOf, missing } from './light.ts';
import { papers } from './papers.ts';
import { samples } from './samples.ts';
import { dayOf, OPEN, RULES, stages, taskOf } from './stages.ts';

const { key, figure } = policiesOf('task');

const atWork = ({ stage }: { readonly stage: string }): boolean => OPEN.some((one) => one === stage);

/** What was ordered stays as it was approved: its day moves by an extension, who does it by naming another. */
const ORDERED = {
  due: '改期限请用“延期”',
  lead: '换主办处室请撤销后重新立项',
  owner: '换主办人请用“改派”',
  proof: '改办结标准请撤销后重新立项',
} as const;

/** 督办事项: opened with approval, signed for, reported on, urged, extended before its day, ended with evidence. */
export const tasks = defineRegister({
  code: 'task',
  name: '督办事项',
  noun: '督办事项',
  en: 'Supervised tasks',
  category: '督办',
  what: '从批示、会议、来文、办件、计划立项，到签收、报告、催办、延期、办结审核；缺报告黄灯，超期红灯。',
  basis: [RULES.title],
  measure: '项',
  form: taskForm,
  set: taskSet,
  checks: [
    checksFor<typeof taskForm>()({
      code: 'T-01',
      title: '办结期限在今天之后',
      level: 'warn',
      basis: RULES,
      reads: ['due'],
      run: ({ due }, { today }) =>
        due < today ? [{ at: ['due'], message: '办结期限已过', en: 'Past its day', todo: '请核对日期' }] : [],
    }),
  ],
  policies: [figure('near', '期限前几天亮黄灯', 3, '天')],
  title: ({ what }) => what ?? '督办事项',
  cardFacts: (answers) => [{ label: '期限', value: dayOf(answers) ?? '' }],
  columns: [
    { key: 'what', later: true },
    {
      key: 'light',
      label: '灯',
      on: (answers, today, policy) => lightOf(answers, today, policy.number(key('near'))),
    },
    { key: 'lead' },
    { key: 'owner' },
    { key: 'day', label: '现行期限', of: (answers) => dayOf(answers) ?? '' },
    // Early among the columns: a printed ledger has room for eight, and says the money beside each task.
    { key: 'money', later: true },
    { key: 'source', filter: true },
    { key: 'often', filter: true, later: true },
    { key: 'signedOn', later: true },
    {
      key: 'reports-missing',
      label: '缺报告',
      on: (answers, today) => String(missing(answers, today) || ''),
    },
    { key: 'slips-sent', label: '催办', of: (answers: Task) => String(answers.slips?.length ?? '') },
    { key: 'returned' },
    { key: 'doneOn' },
    { key: 'proof', later: true },
  ],
  org: 'lead',
  day: 'due',
  order: 'due',
  guards: (row, answers) =>
    row.stage === 'draft' || answers === null
      ? []
      : Object.entries(ORDERED)
          .filter(
            ([field]) =>
              JSON.stringify(row.answers[field] ?? null) !== JSON.stringify(answers[field] ?? null),
          )
          .map(([field, todo]) =>
            blocking('task.ordered', [field], '立项时定下的内容不能直接改', 'What was ordered stays', {
              todo,
              basis: RULES,
            }),
          ),
  stages,
  papers,
  dates: [
    {
      field: 'due',
      of: (row) => dayOf(taskOf(row)),
      label: '督办期限',
      days: [7, 3, 0, -1],
      tells: ['division-head'],
      after: 'overdue',
      when: atWork,
    },
    {
      field: 'reports',
      of: (row) => taskOf(row).reports?.find(({ due, filedOn }) => due && !filedOn)?.due,
      label: '应报告进展',
      days: [1, 0, -1],
      when: atWork,
    },
  ],
  relations: [
    { key: 'part', label: '分解自', back: '分解为', to: 'task', one: true, acyclic: true },
    { key: 'plan', label: '来自计划', back: '督办', to: 'annual-plan', one: true },
  ],
  begins: [
    {
      from: 'case',
      label: '督办',
      answers: ({ title, number, money }) => ({
        what: title.slice(0, 120),
        source: 'case',
        sourceNumber: number,
        ...(money === undefined ? {} : { money }),
      }),
    },
    {
      from: 'annual-plan',
      label: '督办',
      ties: 'plan',
      answers: ({ title, answers: { group, number } }) => ({
        what: typeof group === 'string' ? group : title,
        source: 'plan',
        ...(typeof number === 'string' ? { sourceNumber: number } : {}),
      }),
    },
  ],
  readers: OFFICE_AND_CITIES,
  keepers: ['handler', 'division-head', 'deputy-director', 'director'],
  samples,
});

/** 督办报告: whoever was ordered reports as often as the task says. */
export const taskReports = defineDuty({
  code: 'task-report',
  name: '督办报告',
  what: '按督办事项要求的次数报告进展，缺一次亮黄灯。',
  basis: [RULES.title],
  lead: 3,
  of: {
    register: 'task',
    has: atWork,
    // Nobody was ordered to report before it was approved, nor while its end was looked at.
    since: ({ records, enteredAt }) =>
      dayInShanghai(records.findLast(({ move }) => move === 'approve' || move === 'return')?.at ?? enteredAt),
    when: (row) => {
      const { often } = taskOf(row);
      return often === 'week' || often === 'month' || often === 'quarter' ? OFTEN[often].rule : undefined;
    },
  },
  does: { move: 'ask-report', data: ({ period, name, day }) => ({ period, name, due: day }) },
  demo: {
    move: 'report',
    data: (row, today) => {
      const task = taskOf(row);
      const wanted = task.reports?.some(({ filedOn }) => !filedOn) ?? false;
      return wanted && (dayOf(task) ?? '') > addDays(today, 8)
        ? { text: '按计划推进，已完成征求意见。' }
        : undefined;
    },
  },
});
