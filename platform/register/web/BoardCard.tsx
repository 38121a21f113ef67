/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions -- what a hand drags, keyboards and fingers do by the button on the card */
import { daysBetween } from '@zhitongche/base';
import { cx, dayOf, daysSaid, IconButton, useToday } from '@zhitongche/ui';
import type { RowLine } from './columns.ts';
import type { RegisterKind } from '@zhitongche/register';
import { Due } from './Due.tsx';
import { dueNamed } from './due-words.ts';

/** A row on the board: what it is, for whom, and what is to be watched. */
export const BoardCard = ({
  kind,
  row,
  open,
  onShow,
  onMove,
  onHold,
  onLetGo,
}: {
  readonly kind: RegisterKind;
  readonly row: RowLine;
  /** Stands beside the board. */
  readonly open: boolean;
  readonly onShow: () => void;
  readonly onMove: () => void;
  readonly onHold: () => void;
  readonly onLetGo: () => void;
}) => {
  const today = useToday();
  const days = daysBetween(dayOf(row.stageSince), today);
  return (
    <article
      className={cx('board-card', open && 'board-card-open')}
      draggable
      onDragStart={(e) => {
        e.dataTransfer.effectAllowed = 'move';
        e.dataTransfer.setData('text/plain', row.title);
        onHold();
      }}
      onDragEnd={onLetGo}
    >
      <button type="button" className="board-card-title" onClick={onShow}>
        {row.title}
      </button>
      <p className="soft">
        {row.facts
          .map(({ value }) => daysSaid(value))
          .filter(Boolean)
          .join('，')}
      </p>
      <div className="board-card-foot">
        {row.waiting ? (
          <span className="board-waits">◆ 待第二人确认</span>
        ) : row.due === null ? (
          <span className="soft">{days <= 0 ? '今天到此' : `在此 ${days} 天`}</span>
        ) : (
          <Due day={row.due} today={today} label={dueNamed(kind, row)} />
        )}
        <span className="grow" />
        <IconButton icon="arrow-right" size="small" label={`移动“${row.title}”`} onPress={onMove} />
      </div>
    </article>
  );
};
