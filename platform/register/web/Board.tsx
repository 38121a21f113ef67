import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type Reply, read } from '@zhitongche/contract/web';
import type { RegisterKind } from '@zhitongche/register';
import { messageOf, toast, usePhone, useWide } from '@zhitongche/ui';
import { useRef, useState } from 'react';
import { BoardColumn } from './BoardColumn.tsx';
import { type KeptSearch, withSet } from './kept-search.ts';
import { useWays } from './kept-ways.ts';
import { MoveToDialog } from './MoveToDialog.tsx';
import { RowDialog } from './RowActs.tsx';
import { doorTo } from './stage-door.ts';
import type { Row } from './use-row-act.ts';
import './Board.css';

/** Stages that stand side by side on a wide screen without one being folded. */
const SIDE_BY_SIDE = 6;

/** The stages of a register side by side, as stations of one line; a card is taken to the next by hand or by its menu. */
export const Board = ({
  kind,
  counts,
  search,
  onSearch,
}: {
  readonly kind: RegisterKind;
  readonly counts: Reply<'keptStages'>;
  readonly search: KeptSearch;
  readonly onSearch: (search: KeptSearch) => void;
}) => {
  const wide = useWide();
  const phone = usePhone();
  const ways = useWays();
  const navigate = useNavigate();
  const client = useQueryClient();
  /** The row in hand: what it may do is asked for as soon as it is taken up. */
  const [held, setHeld] = useState<Row | null>(null);
  const [moving, setMoving] = useState<{ readonly row: Row; readonly move: string } | null>(null);
  const [choosing, setChoosing] = useState<Row | null>(null);
  const take = (id: string): Promise<Row> =>
    client.fetchQuery({ ...read('keptRow', { params: { register: kind.code, id } }), staleTime: 0 });
  const show = (id: string): void => {
    if (wide) onSearch(withSet(search, 'open', id));
    else void navigate({ to: ways.row, params: { register: kind.code, row: id } });
  };
  /** A quick hand lets go before the row has been read. */
  const taken = useRef<Promise<Row | null> | null>(null);
  const hold = (id: string): void => {
    setHeld(null);
    taken.current = take(id).then(
      (row) => {
        setHeld(row);
        return row;
      },
      (error: unknown) => {
        toast(messageOf(error), 'danger');
        return null;
      },
    );
  };
  const drop = async (stage: string): Promise<void> => {
    const row = await taken.current;
    setHeld(null);
    if (!row) return;
    const door = doorTo(kind, row, stage);
    if (door.is === 'open') setMoving({ row, move: door.move.key });
    else if (door.is === 'shut') toast(`${row.title}还不能移到这里：${door.why}`, 'info');
  };
  const stages = counts.stages.filter(({ stage }) => search.stage === undefined || stage === search.stage);
  return (
    <div className="board">
      {stages.map((stage, i) => (
        <BoardColumn
          key={stage.stage}
          kind={kind}
          stage={stage}
          search={search}
          // On a phone the columns stand below one another, so there is nothing to fold sideways.
          folds={
            !phone &&
            stages.length > SIDE_BY_SIDE &&
            (stage.count === 0 || kind.stages?.list[stage.stage]?.ends === true)
          }
          last={i === stages.length - 1}
          door={held ? doorTo(kind, held, stage.stage) : null}
          held={held}
          onHold={hold}
          onLetGo={() => setHeld(null)}
          onDrop={() => void drop(stage.stage)}
          onShow={show}
          onMove={(id) => {
            take(id).then(setChoosing, (error: unknown) => toast(messageOf(error), 'danger'));
          }}
        />
      ))}
      {choosing ? (
        <MoveToDialog
          kind={kind}
          row={choosing}
          onMove={(move) => {
            setMoving({ row: choosing, move });
            setChoosing(null);
          }}
          onClose={() => setChoosing(null)}
        />
      ) : null}
      {moving ? (
        <RowDialog
          kind={kind}
          row={moving.row}
          doing={{ move: moving.move }}
          onClose={() => setMoving(null)}
        />
      ) : null}
    </div>
  );
};
