import { blocking, type Problem } from '@zhitongche/base';
import { dateTime, instantOf, onePage, text } from '@zhitongche/form';
import { type GivenStages, type KeptRow, move, type RowContext } from '@zhitongche/register';
import type { Incident } from './form.ts';

/** A fault as its row keeps it. */
export const incidentOf = ({ answers }: KeptRow): Incident => answers;

const at = (label: string) =>
  onePage(label, { at: dateTime(label, { required: true }), note: text('说明', { max: 300, lines: 2 }) });

/** A moment neither before what came first nor still to come. */
const follows =
  (label: string, before: (incident: Incident) => string | undefined) =>
  (row: KeptRow, data: KeptRow['answers'], { now }: RowContext): readonly Problem[] => {
    const when = instantOf(data['at']);
    const first = instantOf(before(incidentOf(row)));
    if (when === undefined) return [];
    if (when > now)
      return [
        blocking('incident.to-come', ['at'], `${label}还没有到`, 'Still to come', {
          todo: '发生之后再登记，写实际的时间',
        }),
      ];
    return first !== undefined && when < first
      ? [
          blocking('incident.order', ['at'], `${label}早于前一步的时间`, 'Before the step before', {
            todo: '请核对时间；报告时间写错的，先“修改”报告时间',
          }),
        ]
      : [];
  };

/** A fault from its report until it is closed; one reported by mistake is withdrawn and counts for nothing. */
export const stages: GivenStages = {
  first: 'reported',
  list: {
    reported: '待响应',
    answered: '处理中',
    restored: '已修复',
    closed: { label: '已办结', ends: true },
    withdrawn: { label: '误报撤销', ends: true },
  },
  moves: [
    move('answer', '登记响应', 'reported', 'answered', {
      form: at('响应时间'),
      fits: follows('响应时间', ({ reported }) => reported),
      sets: (_row, data) => ({ answered: data['at'] }),
    }),
    move('restore', '登记修复', 'answered', 'restored', {
      form: at('修复时间'),
      fits: follows('修复时间', ({ answered }) => answered),
      sets: (_row, data) => ({ restored: data['at'] }),
    }),
    move('reopen', '又出现', 'restored', 'answered', { sets: () => ({ restored: null }) }),
    move('close', '办结', 'restored', 'closed'),
    move('withdraw', '误报撤销', ['reported', 'answered'], 'withdrawn', {
      asks: { why: text('原因', { max: 200, required: true }) },
    }),
  ],
};
