/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- laid out as the grid beside it; its keys are heard by the whole page */
import { type RefObject, useEffect, useState } from 'react';
import type { Reply } from '@zhitongche/contract/web';
import { Icon, Skeleton } from '@zhitongche/ui';
import { isNarrowed, type KeptSearch } from './kept-search.ts';
import { pressedRow } from './pressed-row.ts';
import { RowLineView, type RowLook, RowsHead } from './RowLineView.tsx';
import { useRows } from './use-rows.ts';

/** Rows of a stage shown before more are asked for. */
const FIRST = 10;

/** The list under its stages: each with its number, folded where nothing stands, more rows on demand. */
export const GroupedRows = ({
  label,
  stages,
  search,
  look,
  at,
  pointed,
  box,
  onShow,
  onIds,
}: {
  readonly label: string;
  readonly stages: Reply<'keptStages'>['stages'];
  readonly search: KeptSearch;
  readonly look: RowLook;
  readonly at: string | undefined;
  /** Row a key or a press led to: one that is drawn. */
  readonly pointed: string | undefined;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly onShow: (id: string) => void;
  /** Told the rows of a stage that are in sight, for the keyboard. */
  readonly onIds: (stage: string, ids: readonly string[]) => void;
}) => (
  <div
    className="kept-grid"
    role="grid"
    aria-label={label}
    tabIndex={0}
    ref={box}
    aria-activedescendant={pointed === undefined ? undefined : `kept-${pointed}`}
    onClick={(e) => pressedRow(e, onShow)}
  >
    <RowsHead look={look} />
    {stages
      .filter(({ count, stage }) => count > 0 && (search.stage ?? stage) === stage)
      .map((stage) => (
        <Group key={stage.stage} stage={stage} search={search} look={look} at={at} onIds={onIds} />
      ))}
  </div>
);

const Group = ({
  stage: { stage, label, count },
  search,
  look,
  at,
  onIds,
}: {
  readonly stage: Reply<'keptStages'>['stages'][number];
  readonly search: KeptSearch;
  readonly look: RowLook;
  readonly at: string | undefined;
  readonly onIds: (stage: string, ids: readonly string[]) => void;
}) => {
  const [open, setOpen] = useState(true);
  const { rows, query } = useRows(look.kind.code, { ...search, stage }, FIRST, open);
  const { stage: _, ...others } = search;
  const narrowed = isNarrowed(others);
  useEffect(() => {
    onIds(stage, open ? rows.map(({ id }) => id) : []);
    return () => onIds(stage, []);
  }, [onIds, stage, rows, open]);
  const known = narrowed ? (query.hasNextPage ? `${rows.length}+` : `${rows.length}`) : `${count}`;
  if (narrowed && open && query.isSuccess && rows.length === 0) return null;
  const left = narrowed ? undefined : count - rows.length;
  return (
    <div role="rowgroup">
      <div role="row" className="kept-group">
        <span role="gridcell">
          <button type="button" className="kept-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon name={open ? 'chevron-down' : 'chevron-right'} size="s" />
            {label} {known} {look.kind.measure}
          </button>
        </span>
      </div>
      {open && query.isPending ? <Skeleton lines={Math.min(3, count)} shape="rows" /> : null}
      {open ? rows.map((row) => <RowLineView key={row.id} row={row} at={row.id === at} look={look} />) : null}
      {open && query.hasNextPage ? (
        <div role="row" className="kept-group-more">
          <span role="gridcell">
            <button
              type="button"
              className="kept-fold"
              disabled={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {left === undefined ? '还有' : `还有 ${left} ${look.kind.measure}`}，展开
              <Icon name="chevron-down" size="s" />
            </button>
          </span>
        </div>
      ) : null}
    </div>
  );
};
