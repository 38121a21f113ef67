import { addCalendarDays, blocking, type Problem } from '@zhitongche/base';
import { type Answers, choice, form, onePage, pick, text } from '@zhitongche/form';
import { type GivenStages, type KeptRow, move, type RowContext, STAYS } from '@zhitongche/register';
import { type Complaint, handlingSet } from './form.ts';

/** Whoever a matter concerns does not handle it. */
export const RECUSAL = { title: '《中华人民共和国公务员法》第七十六条' } as const;

/** A complaint as its row keeps it. */
export const complaintOf = ({ answers }: Pick<KeptRow, 'answers'>): Complaint => answers;

const own = (at: readonly string[], message: string): Problem =>
  blocking('complaint.own', [...at], message, 'Whom a complaint is about does not handle it', {
    todo: '请由被投诉人以外的人办理',
    basis: RECUSAL,
  });

const notMine = (row: KeptRow, { actor }: RowContext): readonly Problem[] =>
  actor !== undefined && complaintOf(row).subject?.id === actor.id ? [own([], '这件投诉涉及您本人')] : [];

/** Whom it is about changes nothing of it, and nobody takes it off: what is not taken on says why. */
export const kept = (row: KeptRow, answers: Answers | null, context: RowContext): readonly Problem[] => [
  ...notMine(row, context),
  ...(answers === null
    ? [
        blocking('complaint.kept', [], '投诉不能注销或合并', 'A complaint stays on the list', {
          todo: '重复或不归本办的，请“不予受理”并写明理由和告知情况',
          basis: RECUSAL,
        }),
      ]
    : []),
];

const idOf = (value: unknown): string | undefined =>
  value instanceof Object && 'id' in value && typeof value.id === 'string' ? value.id : undefined;

const notHimself = (row: KeptRow, data: Answers): readonly Problem[] =>
  idOf(data['handler']) !== undefined && idOf(data['handler']) === complaintOf(row).subject?.id
    ? [own(['handler'], '承办人就是被投诉的人')]
    : [];

const named = (title: string) =>
  form({ accept: { title, fields: { handler: pick('承办人', 'account', { required: true }) } } });

const { finding, opinion } = handlingSet.fields;

/** From what came in to what the complainer says of how it was handled. */
export const stages: GivenStages = {
  first: 'filed',
  list: {
    filed: '待受理',
    handling: '办理中',
    late: '逾期未答复',
    answered: '已答复',
    closed: { label: '已办结', ends: true },
    refused: { label: '不予受理', ends: true },
  },
  moves: [
    move('accept', '受理', 'filed', 'handling', {
      form: named('受理'),
      needs: notMine,
      fits: notHimself,
      sets: (_row, { handler }, { today, policy, calendar }) => ({
        handler,
        acceptedOn: today,
        due: addCalendarDays(
          calendar,
          today,
          policy.number('complaint.days'),
          policy.flag('complaint.last-day-moves'),
        ).due,
      }),
      tells: ['handler'],
    }),
    move('hand-on', '改由他人承办', ['handling', 'late'], STAYS, {
      form: named('改由他人承办'),
      needs: notMine,
      fits: notHimself,
      sets: (_row, { handler }) => ({ handler }),
      tells: ['handler'],
    }),
    move('lapse', '逾期未答复', 'handling', 'late', { roles: [] }),
    move('refuse', '不予受理', 'filed', 'refused', {
      asks: { why: text('理由和告知情况', { max: 500, lines: 3, required: true }) },
      needs: notMine,
    }),
    move('answer', '答复', ['handling', 'late'], 'answered', {
      by: 'handler',
      needs: notMine,
      form: onePage('查明和答复', {
        finding: choice(finding.label, finding.options, { required: true }),
        facts: text('查明的情况', { max: 1000, lines: 4, required: true }),
        measures: text('处理和整改', { max: 500, lines: 3 }),
        answer: text('答复', { max: 1000, lines: 5, required: true }),
      }),
      fits: (_row, data) =>
        data['finding'] !== 'untrue' && !data['measures']
          ? [
              blocking('complaint.measures', ['measures'], '属实的没有写怎么处理', 'No measures', {
                todo: '请写处理和整改；不属实的不用写',
              }),
            ]
          : [],
      sets: (_row, data, { today }) => ({
        finding: data['finding'],
        facts: data['facts'],
        measures: data['measures'],
        answer: data['answer'],
        answeredOn: today,
      }),
      tells: ['+keepers'],
    }),
    move('close', '回访办结', 'answered', 'closed', {
      needs: notMine,
      asks: { opinion: choice(opinion.label, opinion.options, { required: true }) },
    }),
  ],
};
