/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- a grid drawn in part cannot be a table; its keys are heard by the whole page */
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { CaseRow } from '../../api/types.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Light } from '../../ui/Light.tsx';
import { INBOX_COLUMNS, type InboxColumn } from './columns.tsx';
import type { CursorMove, InboxCursor } from './inbox-cursor.ts';
import { StatusBadge } from './StatusBadge.tsx';

interface GridProps {
  readonly rows: readonly CaseRow[];
  readonly gone: ReadonlySet<string>;
  /** Keys of the columns shown; empty = the narrow list beside a case. */
  readonly columns: readonly string[];
  readonly cursor: InboxCursor;
  readonly onMove: (move: CursorMove) => void;
  readonly onShow: (id: string) => void;
  readonly more: boolean;
  readonly loadingMore: boolean;
  readonly onMore: () => void;
}

/** Heights in pixels to start from. */
const ROW = 52;
const NARROW_ROW = 84;

/** The rows of the inbox; draws only those in sight, so that thousands scroll without a stutter. */
export const InboxGrid = ({
  rows,
  gone,
  columns,
  cursor,
  onMove,
  onShow,
  more,
  loadingMore,
  onMore,
}: GridProps) => {
  const box = useRef<HTMLDivElement>(null);
  const shown = INBOX_COLUMNS.filter((c) => columns.includes(c.key));
  const narrow = columns.length === 0;
  // oxlint-disable-next-line react/incompatible-library -- rows are measured, never memoised
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => (narrow ? NARROW_ROW : ROW),
    overscan: 12,
    getItemKey: (i) => rows[i]?.id ?? i,
  });
  const at = rows.findIndex((row) => row.id === cursor.at);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  const drawn = virtual.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  const nearEnd = more && !loadingMore && rows.length > 0 && last >= rows.length - 20;
  useEffect(() => {
    if (nearEnd) onMore();
  }, [nearEnd, onMore]);
  const template = narrow
    ? '2rem minmax(0, 1fr)'
    : ['2rem', 'minmax(18rem, 3fr)', ...shown.map((c) => c.track)].join(' ');
  return (
    // The grid itself takes the keyboard; rows are pointed at by id, as lists drawn in part must be.
    <div
      className={cx('inbox-grid', narrow && 'inbox-grid-narrow')}
      role="grid"
      aria-label="办件列表"
      aria-rowcount={rows.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={at >= 0 ? `row-${cursor.at ?? ''}` : undefined}
      tabIndex={0}
      ref={box}
    >
      <div
        role="row"
        aria-rowindex={1}
        className="inbox-row inbox-row-head"
        style={{ gridTemplateColumns: template }}
      >
        <span role="columnheader">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label="选中已显示的全部"
            checked={rows.length > 0 && rows.every((row) => cursor.chosen.has(row.id))}
            onChange={(e) => onMove({ do: e.target.checked ? 'all' : 'none' })}
          />
        </span>
        <span role="columnheader">办件</span>
        {shown.map((c) => (
          <span key={c.key} role="columnheader">
            {c.label}
          </span>
        ))}
      </div>
      <div role="presentation" className="inbox-rows" style={{ height: virtual.getTotalSize() }}>
        {drawn.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <div
              key={row.id}
              id={`row-${row.id}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={cursor.chosen.has(row.id)}
              data-index={item.index}
              ref={virtual.measureElement}
              className={cx(
                'inbox-row',
                row.id === cursor.at && 'inbox-row-at',
                cursor.chosen.has(row.id) && 'inbox-row-chosen',
                gone.has(row.id) && 'inbox-row-gone',
              )}
              style={{ gridTemplateColumns: template, transform: `translateY(${item.start}px)` }}
              onClick={(e) => {
                if (e.target instanceof HTMLElement && e.target.closest('input, a')) return;
                onMove({ do: 'point', id: row.id });
                onShow(row.id);
              }}
            >
              <span role="gridcell">
                <input
                  type="checkbox"
                  tabIndex={-1}
                  aria-label={`选中 ${row.title}`}
                  checked={cursor.chosen.has(row.id)}
                  onChange={(e) =>
                    onMove({
                      do: 'toggle',
                      id: row.id,
                      through: e.nativeEvent instanceof MouseEvent && e.nativeEvent.shiftKey,
                    })
                  }
                />
              </span>
              <TitleCell row={row} narrow={narrow} gone={gone.has(row.id)} onShow={onShow} />
              {shown.map((c: InboxColumn) => (
                <span key={c.key} role="gridcell" className="inbox-cell">
                  {c.cell(row)}
                </span>
              ))}
            </div>
          );
        })}
      </div>
      {more ? (
        <div className="inbox-more">
          <Button pending={loadingMore} onPress={onMore}>
            再显示一些
          </Button>
        </div>
      ) : null}
    </div>
  );
};

const TitleCell = ({
  row,
  narrow,
  gone,
  onShow,
}: {
  readonly row: CaseRow;
  readonly narrow: boolean;
  readonly gone: boolean;
  readonly onShow: (id: string) => void;
}) => (
  <span role="gridcell" className="inbox-title-cell">
    <Link
      to="/desk/cases/$case"
      params={{ case: row.id }}
      tabIndex={-1}
      className="inbox-title"
      onClick={(e) => {
        if (!narrow || e.ctrlKey || e.metaKey || e.shiftKey) return;
        e.preventDefault();
        onShow(row.id);
      }}
    >
      {row.title || '未命名的申报'}
    </Link>
    <span className="inbox-facts">
      {row.round > 1 ? <Badge tone="info">第 {row.round} 次提交</Badge> : null}
      {row.status === 'running' || row.status === 'draft' ? null : <StatusBadge row={row} />}
      {gone ? <Badge>已不在此列</Badge> : null}
      {narrow ? <Light row={row} /> : null}
      {narrow ? <span>{row.unit}</span> : null}
      {row.facts.map((f) => (
        <span key={f.label} title={f.label}>
          {f.value}
        </span>
      ))}
    </span>
  </span>
);
