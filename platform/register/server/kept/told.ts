import { ProblemError, unsound } from '@zhitongche/core/server';
import { property } from '@zhitongche/host';
import { type RegisterKind, takenProblem } from '@zhitongche/register';
import { slotTaken } from './spans.ts';
import { RowOvertaken } from './write-rows.ts';

/** What the database refused in the last moment, as the refusal it is. */
export function told(error: unknown, kind: RegisterKind): unknown {
  if (property(error, 'code') === '23505' && property(error, 'constraint') === 'kept_row_unique')
    return unsound([takenProblem(kind, { id: '', how: 'same' })]);
  if (property(error, 'code') === '23P01' && kind.booking) return slotTaken(kind, kind.booking, '');
  if (error instanceof RowOvertaken)
    return new ProblemError(
      409,
      'row.stale-revision',
      '这一条刚被他人改动，请刷新后再保存；您填写的内容没有丢失。',
      'The row was changed a moment ago; look at it again before saving.',
    );
  return error;
}
