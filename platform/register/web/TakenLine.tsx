import { Link } from '@tanstack/react-router';
import type { RegisterKind } from '@zhitongche/register';
import { cx } from '@zhitongche/ui';
import type { CSSProperties } from 'react';
import { useWays } from './kept-ways.ts';
import { type Taken, timeOf } from './schedule.ts';

/** A span that is taken: what for and by whom, or only that it is. */
export const TakenLine = ({
  kind,
  slot,
  what,
  style,
}: {
  readonly kind: RegisterKind;
  readonly slot: Taken;
  /** What is booked, which stands beside already and need not be said again. */
  readonly what: string;
  readonly style?: CSSProperties;
}) => {
  const ways = useWays();
  const { row } = slot;
  const time = `${timeOf(slot.from)}–${timeOf(slot.to)}`;
  if (!row)
    return (
      <span className="schedule-taken schedule-others" style={style}>
        <span className="schedule-time">{time}</span> 已有人预约
      </span>
    );
  const title = row.title.startsWith(`${what} `) ? row.title.slice(what.length + 1) : row.title;
  const held = row.stage === kind.booking?.holds?.stage;
  const stage = kind.stages?.list[row.stage]?.label ?? '';
  return (
    <Link
      to={ways.row}
      params={{ register: kind.code, row: row.id }}
      className={cx('schedule-taken', held && 'schedule-held', row.mine && 'schedule-mine')}
      style={style}
      title={`${time} ${title}，${row.by}，${stage}`}
    >
      <span className="schedule-time">{time}</span> {title}
      <span className="schedule-by">
        {row.mine ? '我' : row.by}
        {held ? '，预留' : ''}
      </span>
    </Link>
  );
};
