import { blocking, isJsonObject, type Json, type Problem } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import type { KeptRow, Move, RowContext } from '@zhitongche/register';
import { custodyRule } from './basis.ts';
import type { Custody } from './form.ts';

const RULE = custodyRule('凭任务批件领用；行程变更须经原审批机关批准');

/** Asked with a move: the trip of that number, abroad or to Hong Kong and Macao, as its case stands. */
export const ofTrip: NonNullable<Move['asksCase']> = {
  field: 'caseNumber',
  registers: ['trips', 'hkm-trips'],
};

/** A trip that was approved, as the register of trips tells it. */
interface Approved {
  readonly exit: string;
  readonly days: number;
  readonly names: readonly string[];
  readonly revoked: boolean;
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** The trip a move names; undefined where nobody was asked, null where none was approved under that number. */
const approvedTrip = ({ facts }: RowContext): Approved | null | undefined => {
  const rows = facts?.lookup('$case');
  if (!Array.isArray(rows)) return undefined;
  const lines = rows.filter(isJsonObject);
  const [first] = lines;
  if (!first) return null;
  return {
    exit: text(first['plannedExit']) || text(first['exitDate']),
    days: typeof first['approvedDays'] === 'number' ? first['approvedDays'] : 0,
    names: lines.map(({ name }) => text(name)),
    revoked: first['status'] === 'revoked',
  };
};

const problem = (code: string, at: string, message: string, en: string, todo: string): Problem =>
  blocking(code, [at], message, en, { todo, basis: RULE });

const unlike = ({ exit, days }: Approved, { exitOn, days: asked }: Answers): readonly Problem[] => [
  ...(exit !== '' && exitOn !== exit
    ? [
        problem(
          'custody.other-exit',
          'exitOn',
          `批准的出境日期是${exit}`,
          'The approval says another day',
          '请按批件填写；行程有变的，先办理变更审批',
        ),
      ]
    : []),
  ...(days > 0 && asked !== days
    ? [
        problem(
          'custody.other-days',
          'days',
          `批准在外${days}天`,
          'The approval says otherwise',
          '请按批件填写；需要延期的，先办理延期审批',
        ),
      ]
    : []),
];

/** A change is of the trip a document was lent for; for another it is handed in and lent anew. */
export const otherTrip = ({ answers }: KeptRow, { caseNumber }: Answers): readonly Problem[] => {
  const lentFor = text((answers as Custody).caseNumber);
  return text(caseNumber) === '' || lentFor === '' || caseNumber === lentFor
    ? []
    : [
        problem(
          'custody.other-trip',
          'caseNumber',
          `这一本是凭“${lentFor}”借出的`,
          'It was lent for another trip',
          '变更的请填写原办件编号；另有任务的，先登记“交回”再借出',
        ),
      ];
};

/** What is not as the approval says: no approval, one that was revoked, another person, another day. */
export const asApproved = (row: KeptRow, data: Answers, context: RowContext): readonly Problem[] => {
  const { caseNumber, outside } = data;
  if (!caseNumber)
    return typeof outside === 'string' && outside !== ''
      ? []
      : [
          problem(
            'custody.no-approval',
            'caseNumber',
            '没有写明批准出访的办件',
            'No approval is named',
            '请填写已批准的办件编号；外单位审批的，填写其批件文号',
          ),
        ];
  const trip = approvedTrip(context);
  if (trip === undefined) return [];
  const { holder = '' } = row.answers as Custody;
  if (trip === null || trip.revoked)
    return [
      problem(
        'custody.not-approved',
        'caseNumber',
        trip === null
          ? `“${text(caseNumber)}”没有获得批准，或没有这个办件`
          : `“${text(caseNumber)}”的批准已经撤销`,
        'Nothing was approved under this number',
        '没有批件不能领用；请核对编号，等批件出具后再办理',
      ),
    ];
  return [
    ...(trip.names.includes(holder)
      ? []
      : [
          problem(
            'custody.other-person',
            'caseNumber',
            `${holder}不在这个办件批准的人员里`,
            'The holder does not travel on this approval',
            '请核对办件编号或证照',
          ),
        ]),
    ...unlike(trip, data),
  ];
};
