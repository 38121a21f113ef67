/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- a grid drawn in part cannot be a table; its keys are heard by the whole page */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import { Button, cx } from '@zhitongche/ui';
import type { ListItem } from './due-groups.ts';
import { RowLineView, type RowLook, RowsHead } from './RowLineView.tsx';
import { pressedRow } from './pressed-row.ts';

/** Heights in pixels to start from. */
const ROW = 40;
const HEAD = 34;
/** More rows are fetched when fewer than this are left below. */
const AHEAD = 20;

/** The rows of a register; draws only those in sight, so that thousands scroll without a stutter. */
export const RowsGrid = ({
  label,
  items,
  look,
  at,
  box,
  onShow,
  more,
  loadingMore,
  onMore,
}: {
  readonly label: string;
  readonly items: readonly ListItem[];
  readonly look: RowLook;
  /** Row the keyboard stands at. */
  readonly at: string | undefined;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly onShow: (id: string) => void;
  readonly more: boolean;
  readonly loadingMore: boolean;
  readonly onMore: () => void;
}) => {
  // oxlint-disable-next-line react/incompatible-library -- rows are measured, never memoised
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: (i) => (items[i]?.is === 'head' ? HEAD : ROW),
    overscan: 8,
  });
  const index = items.findIndex((item) => item.is === 'row' && item.row.id === at);
  const moved = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (index >= 0 && moved.current !== at)
      virtual.scrollToIndex(index, { align: moved.current === undefined ? 'center' : 'auto' });
    if (index >= 0) moved.current = at;
  }, [index, at, virtual]);
  const drawn = virtual.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  const nearEnd = more && !loadingMore && items.length > 0 && last >= items.length - AHEAD;
  useEffect(() => {
    if (nearEnd) onMore();
  }, [nearEnd, onMore]);
  return (
    <div
      className="kept-grid"
      role="grid"
      aria-label={label}
      aria-rowcount={more ? -1 : items.length + 1}
      aria-activedescendant={drawn.some((one) => one.index === index) ? `kept-${at ?? ''}` : undefined}
      tabIndex={0}
      ref={box}
      onClick={(e) => pressedRow(e, onShow)}
    >
      <RowsHead look={look} />
      <div role="presentation" className="kept-rows" style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ key, index: i, start }) => {
          const item = items[i];
          return item === undefined ? null : (
            <div
              key={key}
              role="presentation"
              className="kept-place"
              data-index={i}
              ref={virtual.measureElement}
              style={{ transform: `translateY(${start}px)` }}
            >
              {item.is === 'head' ? (
                <div role="row" className={cx('kept-group', `kept-group-${item.light}`)}>
                  <span role="gridcell">{item.title}</span>
                </div>
              ) : (
                <RowLineView row={item.row} at={item.row.id === at} look={look} />
              )}
            </div>
          );
        })}
      </div>
      {more ? (
        <div className="kept-more">
          <Button pending={loadingMore} onPress={onMore}>
            再显示一些
          </Button>
        </div>
      ) : null}
    </div>
  );
};
