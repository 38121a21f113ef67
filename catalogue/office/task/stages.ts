import { blocking, dayInShanghai, isDay, type Problem } from '@zhitongche/base';
import { type Answers, date, files, form, onePage, pick, text } from '@zhitongche/form';
import {
  type GivenStages,
  isTurnOf,
  KEEPERS,
  type KeptRow,
  type Move,
  move,
  type RowContext,
  STAYS,
} from '@zhitongche/register';
import { textIn } from '../../shared/lookup-rows.ts';
import type { Report, Task } from './form.ts';

/** A task as its row keeps it. */
export const taskOf = ({ answers }: Pick<KeptRow, 'answers'>): Task => answers;

/** The day in force: the last one it was extended to, else the one it was ordered for. */
export const dayOf = ({ until, due }: Task): string | undefined => until ?? due;

/** The rule of the office, until it names its own. */
export const RULES = { title: '本单位督办工作规定', unconfirmed: true } as const;

const HEADS = ['division-head', 'deputy-director', 'director'] as const;
/** Stages in which somebody is at work. */
export const OPEN = ['doing', 'late'] as const;

const stop = (code: string, at: readonly string[], message: string, en: string, todo: string): Problem =>
  blocking(`task.${code}`, [...at], message, en, { todo, basis: RULES });

const notFuture = (row: KeptRow, on: unknown, { today }: RowContext): readonly Problem[] => {
  if (!isDay(on)) return [];
  if (on > today) return [stop('to-come', ['doneOn'], '办结日期还没有到', 'Still to come', '办结之后再报')];
  return on < dayInShanghai(row.enteredAt) && on < (taskOf(row).signedOn ?? today)
    ? [stop('order', ['doneOn'], '办结日期早于签收', 'Before it was signed for', '请核对日期')]
    : [];
};

const report: Move = {
  key: 'report',
  label: '报告进展',
  from: OPEN,
  to: STAYS,
  by: 'owner',
  form: onePage('报告进展', { text: text('进展', { max: 500, lines: 4, required: true }) }),
  sets: (row, data, { today }) => ({
    reports: filed(taskOf(row).reports ?? [], textIn(data['text']), today),
  }),
  tells: [KEEPERS],
};

/** The report fills the first that is wanted; nobody wanted one, then it stands by itself. */
const filed = (reports: readonly Report[], said: string, today: string): Answers['reports'] => {
  const at = reports.findIndex(({ filedOn }) => !filedOn);
  const next = { filedOn: today, text: said };
  return (at < 0 ? [...reports, next] : reports.map((one, n) => (n === at ? { ...one, ...next } : one))).map(
    (one) => ({ ...one }),
  );
};

const extend: Move = {
  key: 'extend',
  label: '延期',
  from: ['doing'],
  to: 'doing',
  second: true,
  form: form({
    extend: {
      title: '延期',
      intro: '须在期限之前提出，由另一人同意；原期限和新期限都留在记录里。',
      fields: {
        until: date('延至', { required: true }),
        why: text('理由和目前进展', { max: 300, lines: 3, required: true }),
      },
    },
  }),
  needs: (row, { today }) =>
    (dayOf(taskOf(row)) ?? today) < today
      ? [stop('too-late', [], '期限已过，不能再延期', 'Past its day', '请尽快办结；延期只能在期限之前提出')]
      : [],
  fits: (row, { until }, { today }) =>
    isDay(until) && until <= (dayOf(taskOf(row)) ?? today)
      ? [
          stop(
            'not-later',
            ['until'],
            `新期限不晚于现在的期限（${dayOf(taskOf(row))}）`,
            'Not later',
            '请填更晚的日期',
          ),
        ]
      : [],
  sets: (row, { until, why }, { today }) => ({
    until,
    extensions: [
      ...(taskOf(row).extensions ?? []),
      { was: dayOf(taskOf(row)) ?? today, until, on: today, why },
    ] as Answers['extensions'],
  }),
  tells: ['owner', KEEPERS],
};

const complete: Move = {
  key: 'complete',
  label: '报请办结',
  from: OPEN,
  to: 'review',
  by: 'owner',
  form: form({
    complete: {
      title: '报请办结',
      intro: '对照“怎样算办结”说明结果，并附凭据。',
      fields: {
        doneOn: date('办结日期', { required: true }),
        result: text('结果', { max: 1000, lines: 4, required: true }),
        evidence: files('凭据', {
          accept: ['pdf', 'png', 'jpg', 'docx', 'xlsx'],
          maxBytes: 20_000_000,
          maxFiles: 10,
        }),
        evidenceAt: text('凭据的文号或存放处', { max: 200, help: '没有电子件的写文号、存放处' }),
      },
    },
  }),
  fits: (row, data, context) => [
    ...notFuture(row, data['doneOn'], context),
    ...(data['evidenceAt'] || (Array.isArray(data['evidence']) && data['evidence'].length > 0)
      ? []
      : [stop('no-evidence', ['evidence'], '没有附凭据', 'No evidence', '请上传凭据，或写明文号、存放处')]),
  ],
  sets: (_row, { doneOn, result }) => ({ doneOn, result }),
  tells: [KEEPERS],
};

const urge: Move = {
  key: 'urge',
  label: '催办',
  from: OPEN,
  to: STAYS,
  form: onePage('催办单', { text: text('催办内容', { max: 300, lines: 3, required: true }) }),
  sets: (row, data, { today, actor }) => ({
    slips: [
      ...(taskOf(row).slips ?? []),
      { number: (taskOf(row).slips?.length ?? 0) + 1, on: today, by: actor?.name ?? '', text: data['text'] },
    ] as Answers['slips'],
  }),
  tells: ['owner'],
};

/** A task from its opening, which is approved, to its end, which is looked at; the clock makes it late. */
export const stages: GivenStages = {
  first: 'draft',
  list: {
    draft: '待立项',
    doing: '办理中',
    late: '已超期',
    review: '待审核',
    done: { label: '已办结', ends: true },
    dropped: { label: '撤销', ends: true },
  },
  moves: [
    move('approve', '同意立项', 'draft', 'doing', { roles: HEADS, tells: ['owner'] }),
    move('sign', '签收', OPEN, STAYS, {
      by: 'owner',
      needs: (row) =>
        taskOf(row).signedOn
          ? [stop('signed', [], '已经签收', 'Signed for already', '可以报告进展或报请办结')]
          : [],
      sets: (_row, _data, { today }) => ({ signedOn: today }),
    }),
    report,
    move('ask-report', '要求报告', OPEN, STAYS, {
      roles: [],
      asks: {
        period: text('期间', { max: 40 }),
        due: date('应报日期'),
        name: text('期间', { max: 40 }),
      },
      sets: (row, { name, due }) => ({
        reports: [...(taskOf(row).reports ?? []), { period: name, due }] as Answers['reports'],
      }),
      tells: ['owner'],
    }),
    urge,
    extend,
    move('reassign', '改派', OPEN, STAYS, {
      asks: {
        owner: pick('新的主办人', 'account', { required: true }),
        why: text('理由', { max: 200, required: true }),
      },
      sets: (_row, { owner }) => ({ owner, signedOn: null }),
      tells: ['owner'],
    }),
    complete,
    move('accept', '审核通过', 'review', 'done', {
      roles: HEADS,
      needs: (row, { actor }) =>
        actor && isTurnOf(row, 'owner', actor)
          ? [stop('own-work', [], '自己主办的事项不能由自己审核', 'Your own work', '请由另一位负责人审核')]
          : [],
      tells: ['owner', KEEPERS],
    }),
    move('return', '退回重办', 'review', 'doing', {
      roles: HEADS,
      asks: { why: text('哪里不够', { max: 300, lines: 3, required: true }) },
      sets: (row) => ({ returned: (taskOf(row).returned ?? 0) + 1, doneOn: null, result: null }),
      tells: ['owner'],
    }),
    move('drop', '撤销', ['draft', ...OPEN], 'dropped', {
      roles: HEADS,
      asks: { why: text('理由', { max: 300, required: true }) },
      tells: ['owner'],
    }),
    move('overdue', '超过期限', 'doing', 'late', { roles: [], tells: ['owner', KEEPERS] }),
  ],
};
