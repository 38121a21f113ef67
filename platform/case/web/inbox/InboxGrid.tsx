/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- a grid drawn in part cannot be a table; its keys are heard by the whole page */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useEffect, useRef } from 'react';
import type { CaseRow } from '@zhitongche/contract';
import { Button, cx } from '@zhitongche/ui';
import { INBOX_COLUMNS } from './columns.tsx';
import type { CursorMove, InboxCursor } from './inbox-cursor.ts';
import { InboxRow } from './InboxRow.tsx';

interface GridProps {
  readonly rows: readonly CaseRow[];
  readonly gone: ReadonlySet<string>;
  /** Keys of the columns shown; empty = the narrow list beside a case. */
  readonly columns: readonly string[];
  readonly cursor: InboxCursor;
  readonly onMove: (move: CursorMove) => void;
  readonly onShow: (id: string) => void;
  /** A row is being pressed: what it opens may be asked for. */
  readonly onAhead: (id: string) => void;
  readonly more: boolean;
  readonly loadingMore: boolean;
  readonly onMore: () => void;
}

/** Heights in pixels to start from. */
const ROW = 60;
const NARROW_ROW = 84;
/** More rows are fetched when fewer than this are left below. */
const AHEAD = 20;

/** The rows of the inbox; draws only those in sight, so that thousands scroll without a stutter. */
export const InboxGrid = ({
  rows,
  gone,
  columns,
  cursor,
  onMove,
  onShow,
  onAhead,
  more,
  loadingMore,
  onMore,
}: GridProps) => {
  const box = useRef<HTMLDivElement>(null);
  const narrow = columns.length === 0;
  // oxlint-disable-next-line react/incompatible-library -- rows are measured, never memoised
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => (narrow ? NARROW_ROW : ROW),
    overscan: 6,
    getItemKey: (i) => rows[i]?.id ?? i,
  });
  const at = rows.findIndex((row) => row.id === cursor.at);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  const drawn = virtual.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  const nearEnd = more && !loadingMore && rows.length > 0 && last >= rows.length - AHEAD;
  useEffect(() => {
    if (nearEnd) onMore();
  }, [nearEnd, onMore]);
  const shown = INBOX_COLUMNS.filter((c) => columns.includes(c.key));
  const template = narrow
    ? '2rem minmax(0, 1fr)'
    : ['2rem', 'minmax(18rem, 3fr)', ...shown.map((c) => c.track)].join(' ');

  const press = (e: MouseEvent): void => {
    const pressed = pressedCase(e);
    if (pressed === undefined) return;
    const { id, toggles } = pressed;
    if (toggles) return onMove({ do: 'toggle', id, through: e.shiftKey });
    e.preventDefault();
    onMove({ do: 'point', id });
    onShow(id);
  };
  return (
    // The grid itself takes the keyboard; rows are pointed at by id, as lists drawn in parts must be.
    <div
      className={cx('inbox-grid', narrow && 'inbox-grid-narrow')}
      role="grid"
      aria-label="办件列表"
      aria-rowcount={rows.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={at >= 0 ? `row-${cursor.at ?? ''}` : undefined}
      tabIndex={0}
      ref={box}
      onClick={press}
      onPointerDown={(e) => {
        const pressed = pressedCase(e);
        if (pressed !== undefined && !pressed.toggles) onAhead(pressed.id);
      }}
    >
      <InboxGridHead
        template={template}
        columns={shown}
        all={rows.length > 0 && rows.every((row) => cursor.chosen.has(row.id))}
        onMove={onMove}
      />
      <div role="presentation" className="inbox-rows" style={{ height: virtual.getTotalSize() }}>
        {drawn.map((item) => {
          const row = rows[item.index];
          return row === undefined ? null : (
            <InboxRow
              key={row.id}
              row={row}
              index={item.index}
              start={item.start}
              at={row.id === cursor.at}
              chosen={cursor.chosen.has(row.id)}
              gone={gone.has(row.id)}
              columns={columns}
              template={template}
              measure={virtual.measureElement}
            />
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

/** The case a press means, and whether it only marks it; undefined beside every case and where a new tab is asked for. */
const pressedCase = (e: MouseEvent): { readonly id: string; readonly toggles: boolean } | undefined => {
  const { target } = e;
  if (!(target instanceof HTMLElement)) return undefined;
  const id = target.closest<HTMLElement>('[data-case]')?.dataset['case'];
  if (id === undefined) return undefined;
  if (target.matches('input')) return { id, toggles: true };
  // A new tab is the browser's business.
  return e.ctrlKey || e.metaKey || (e.shiftKey && target.matches('a')) ? undefined : { id, toggles: false };
};

const InboxGridHead = ({
  template,
  columns,
  all,
  onMove,
}: {
  /** Widths of the columns, as CSS has them. */
  readonly template: string;
  readonly columns: typeof INBOX_COLUMNS;
  /** True when everything shown is chosen. */
  readonly all: boolean;
  readonly onMove: (move: CursorMove) => void;
}) => (
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
        checked={all}
        onChange={(e) => onMove({ do: e.target.checked ? 'all' : 'none' })}
      />
    </span>
    <span role="columnheader">办件</span>
    {columns.map((c) => (
      <span key={c.key} role="columnheader">
        {c.label}
      </span>
    ))}
  </div>
);
