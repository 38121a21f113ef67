import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import './VirtualRows.css';

/** A long list that draws only the rows in sight; the page itself scrolls. Rows may differ in height. */
export const VirtualRows = <T,>({
  items,
  keyOf,
  estimate,
  row,
  label,
}: {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** Height in pixels to start from. */
  readonly estimate: number;
  readonly row: (item: T, index: number) => ReactNode;
  readonly label: string;
}) => {
  const box = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (box.current) setTop(box.current.getBoundingClientRect().top + scrollY);
  }, []);
  // oxlint-disable-next-line react/incompatible-library -- it reads the page's scroll by design; we run no React compiler
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => estimate,
    overscan: 8,
    scrollMargin: top,
    getItemKey: (i) => {
      const item = items[i];
      return item === undefined ? i : keyOf(item);
    },
  });
  return (
    <ul className="virtual-rows" aria-label={label} ref={box} style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map((v) => {
        const item = items[v.index];
        return item === undefined ? null : (
          <li
            key={v.key}
            ref={rows.measureElement}
            data-index={v.index}
            aria-setsize={items.length}
            aria-posinset={v.index + 1}
            className="virtual-row"
            style={{ transform: `translateY(${v.start - top}px)` }}
          >
            {row(item, v.index)}
          </li>
        );
      })}
    </ul>
  );
};
