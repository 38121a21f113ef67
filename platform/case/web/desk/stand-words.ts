import {
  agreesNeeded,
  type ClockState,
  currentSeats,
  pausedSince,
  type CaseState,
  type Seat,
} from '@zhitongche/case';
import { roleLabel } from '@zhitongche/access';
import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { dayText } from '@zhitongche/ui';

/** One line about a deadline: until when, how many days were promised, and why it moved. */
export const clockWords = (clock: ClockState): readonly string[] => {
  const since = pausedSince(clock);
  const closed = clock.pauses.filter((p) => p.to !== undefined).length;
  return [
    clock.stoppedOn === undefined
      ? since === undefined
        ? `应于 ${dayText(clock.due)} 前办完（${clock.days} 个工作日，自 ${dayText(clock.startedOn)} 起算）`
        : `自 ${dayText(since)} 起暂停计时，恢复后重新推算到期日`
      : `${dayText(clock.stoppedOn)} 停止计时，${clock.late === true ? '超过时限' : '在时限内'}`,
    ...(closed > 0 ? [`期间暂停过 ${closed} 次，暂停的工作日已顺延`] : []),
    ...(clock.provisional ? ['到期年度的放假安排尚未公布，日期为暂定'] : []),
  ];
};

/** How the seats of the current step decide together; empty when there is only one. */
export const panelWords = (state: CaseState): string => {
  const members = currentSeats(state).filter(
    (s) => s.addedBy === undefined && s.status !== 'released',
  ).length;
  if (state.rule === null || members < 2) return '';
  if (state.rule === 'in-order') return `顺签：${members} 方依次办理`;
  const needed = agreesNeeded(state.rule, members);
  if (needed === members) return `会签：${members} 方都同意才通过`;
  return needed === 1
    ? `或签：${members} 方中任一方同意即通过`
    : `会签：${members} 方中 ${needed} 方同意即通过`;
};

/** Who sits there: the division, and the person when named, else the post; with those who passed the seat on. */
export const seatName = (seat: Seat, orgs: Readonly<Record<string, string>> = {}): string => {
  const org = orgs[seat.org ?? seat.doer?.org ?? seat.person?.org ?? ''] ?? '';
  const who =
    seat.doer?.name ?? seat.person?.name ?? (seat.role === undefined ? '申请人' : roleLabel(seat.role));
  const behalf = seat.doer?.behalf === undefined ? '' : `（代${seat.doer.behalf.name}）`;
  const added = seat.where === undefined ? '' : seat.where === 'before' ? '（前加签）' : '（后加签）';
  return `${org}${who}${behalf}${added}`;
};

/** What the button of an act says; whoever may take it in several seats is told for which it counts. */
export const actWords = (
  { acts, state, orgs }: Pick<CaseView, 'acts' | 'state' | 'orgs'>,
  act: OpenActShape,
): string => {
  const offered = acts.flatMap((one) => (one.act === act.act ? (one.seat ?? []) : []));
  const seats = state.seats.filter(({ id }) => offered.includes(id));
  const seat = seats.length > 1 ? seats.find(({ id }) => id === act.seat) : undefined;
  if (!seat) return act.label;
  // One place need not be named twice; a post and a person tell the seats apart.
  const here = new Set(seats.map(({ org }) => org)).size > 1 ? orgs : {};
  return `${act.label}（${seat.person?.name ?? seatName(seat, here)}）`;
};

/** What became of a seat. */
export const seatWords = (seat: Seat): string => {
  if (seat.status === 'released') return '不再需要';
  if (seat.status === 'open') return seat.ready ? '待办' : '等待前一位';
  if (seat.verdict === 'agree') return '已同意';
  return seat.verdict === 'refuse' ? '不同意' : '已办';
};
