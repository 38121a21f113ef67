import { blocking, type Problem } from '@zhitongche/base';
import type { Json } from '@zhitongche/base';
import { funds516 } from '../../shared/travel-basis.ts';
import { rowsAt, textIn } from '../../shared/lookup-rows.ts';
import type { Settlement } from './form.ts';

/** Registers of a trip that say whether it is over: who travelled, what documents came back, whether the report is filed. */
export const TRIP_REGISTERS = [
  'trips',
  'passport-custody',
  'trip-reports',
  // Of trips to Hong Kong and Macao, which say of the report on the line of the trip.
  'hkm-trips',
  'hkm-permits',
] as const;

const BASIS = funds516('回国后凭任务批件、证照出入境记录和票据据实核销');

const fault = (code: string, message: string, en: string, todo: string): Problem =>
  blocking(`settlement.${code}`, [], message, en, { todo, basis: BASIS });

/** What still stands between a trip and its settlement, as its own registers tell: back, documents handed in, report filed, the same days. */
export const tripFaults = (
  known: Json | undefined,
  { matter = '', exit, entry }: Settlement,
): readonly Problem[] => {
  const rows = rowsAt({ rows: known ?? [] }, 'rows');
  const travelled = rows.filter(({ first }) => first !== undefined);
  const documents = rows.filter(({ document, holder }) => document !== undefined || holder !== undefined);
  if (travelled.length === 0)
    return [
      fault(
        'no-trip',
        `没有办件“${matter}”的出访记录`,
        'No trip of that number is on record',
        '请核对办件编号；没有批准的出访不能结算',
      ),
    ];
  if (travelled.some(({ status }) => status === 'revoked'))
    return [
      fault('revoked', '这次任务已撤销', 'The trip was revoked', '撤销前已发生的费用请在支出台账逐笔登记'),
    ];
  const out = documents.filter(
    ({ returnedOn, state, due }) => textIn(returnedOn) === '' && state === 'out' && textIn(due) !== '',
  );
  const [first] = travelled;
  const days = first && { exit: textIn(first['exitDate']), entry: textIn(first['entryDate']) };
  return [
    ...(travelled.every(({ status }) => status === 'returned')
      ? []
      : [fault('not-back', '这个团组还没有登记回国', 'The group is not back yet', '请先登记回国')]),
    ...(out.length > 0
      ? [
          fault(
            'documents',
            `还有 ${out.length} 本因公证件没有交回`,
            'Documents are not handed in yet',
            '证件全部交回（或登记遗失、未领取）后再结算',
          ),
        ]
      : []),
    ...(rows.some(({ filedOn, reportedOn }) => textIn(filedOn) !== '' || textIn(reportedOn) !== '')
      ? []
      : [fault('report', '还没有提交出访报告', 'The report is not filed yet', '提交出访报告后再结算')]),
    ...(days && (days.exit !== exit || days.entry !== entry)
      ? [
          fault(
            'days',
            `回国登记的日期是${days.exit}至${days.entry}，与结算单不同`,
            'The days differ from those registered',
            '请按回国登记的日期修改结算单',
          ),
        ]
      : []),
  ];
};
