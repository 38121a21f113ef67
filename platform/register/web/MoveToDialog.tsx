import type { RegisterKind } from '@zhitongche/register';
import { Button, Dialog, Icon } from '@zhitongche/ui';
import { doorTo } from './stage-door.ts';
import type { Row } from './use-row-act.ts';

/** Where a row may be taken, and what keeps it from the other stages: the board's way for keyboard and touch. */
export const MoveToDialog = ({
  kind,
  row,
  onMove,
  onClose,
}: {
  readonly kind: RegisterKind;
  readonly row: Row;
  readonly onMove: (move: string) => void;
  readonly onClose: () => void;
}) => {
  const doors = Object.entries(kind.stages?.list ?? {}).map(([stage, { label }]) => ({
    stage,
    label,
    door: doorTo(kind, row, stage),
  }));
  return (
    <Dialog open title={`移动：${row.title}`} onClose={onClose}>
      <ul className="move-to">
        {doors.map(({ stage, label, door }) => (
          <li key={stage} className="move-to-line">
            {door.is === 'open' ? (
              <>
                <strong className="grow">{label}</strong>
                <Button onPress={() => onMove(door.move.key)}>{door.move.label}</Button>
              </>
            ) : door.is === 'here' ? (
              <>
                <strong className="grow">{label}</strong>
                <span className="soft">现在在这里</span>
              </>
            ) : (
              <>
                <Icon name="lock" size="s" />
                <span>{label}</span>
                <span className="grow soft">{door.why}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
};
