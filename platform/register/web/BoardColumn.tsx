/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions -- what a hand drags here, keyboards and fingers do by the card's own button */
import type { Reply } from '@zhitongche/contract/web';
import type { RegisterKind } from '@zhitongche/register';
import { cx, Icon, Skeleton } from '@zhitongche/ui';
import { useState } from 'react';
import { BoardCard } from './BoardCard.tsx';
import { isNarrowed, type KeptSearch } from './kept-search.ts';
import type { Door } from './stage-door.ts';
import type { Row } from './use-row-act.ts';
import { useRows } from './use-rows.ts';

/** Cards of a column before more are asked for. */
const FIRST = 6;

/** One stage of the board: a station of the line, its first cards, and how many more there are. */
export const BoardColumn = ({
  kind,
  stage: { stage, label, count },
  search,
  folds,
  last,
  door,
  held,
  onHold,
  onLetGo,
  onDrop,
  onShow,
  onMove,
}: {
  readonly kind: RegisterKind;
  readonly stage: Reply<'keptStages'>['stages'][number];
  readonly search: KeptSearch;
  /** Stands as a narrow strip until it is opened. */
  readonly folds: boolean;
  readonly last: boolean;
  /** Whether the row in hand may come here; null while none is. */
  readonly door: Door | null;
  readonly held: Row | null;
  readonly onHold: (id: string) => void;
  readonly onLetGo: () => void;
  readonly onDrop: () => void;
  readonly onShow: (id: string) => void;
  readonly onMove: (id: string) => void;
}) => {
  const [opened, setOpened] = useState<boolean | null>(null);
  const [over, setOver] = useState(false);
  const folded = !(opened ?? !folds);
  const { stage: _, ...others } = search;
  const { rows, query } = useRows(kind.code, { ...others, stage }, FIRST, !folded);
  const narrowed = isNarrowed(others);
  const left = narrowed ? undefined : count - rows.length;
  return (
    <section
      className={cx(
        'board-column',
        folded && 'board-column-folded',
        last && 'board-column-last',
        over && door?.is === 'open' && 'board-column-open',
      )}
      aria-label={`${label}，${count} ${kind.measure}`}
      onDragOver={(e) => {
        // Where it may not come it is let go all the same, to be told why.
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(e) => {
        e.preventDefault();
        setOver(false);
        onDrop();
      }}
    >
      <span className={cx('board-station', count === 0 && 'board-station-empty')} aria-hidden="true" />
      <button type="button" className="board-head" aria-expanded={!folded} onClick={() => setOpened(folded)}>
        <strong>{label}</strong> <span className="soft">{count}</span>
        {folded ? <Icon name="chevron-right" size="s" /> : null}
      </button>
      {folded ? null : (
        <ul className="board-cards">
          {query.isPending ? <Skeleton lines={2} shape="cards" /> : null}
          {rows.map((row) => (
            <li key={row.id}>
              <BoardCard
                kind={kind}
                row={row}
                open={row.id === search.open}
                onShow={() => onShow(row.id)}
                onMove={() => onMove(row.id)}
                onHold={() => onHold(row.id)}
                onLetGo={onLetGo}
              />
            </li>
          ))}
        </ul>
      )}
      {over && door?.is === 'shut' && held ? (
        <p className="board-shut">
          <Icon name="lock" size="s" />
          {held.title}还不能移到这里：{door.why}
        </p>
      ) : null}
      {!folded && query.hasNextPage ? (
        <button
          type="button"
          className="board-more"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {left === undefined ? '还有' : `还有 ${left} ${kind.measure}`}
        </button>
      ) : null}
    </section>
  );
};
