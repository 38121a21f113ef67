import { useVirtualizer } from '@tanstack/react-virtual';
import type { Finding } from '@zhitongche/budget';
import { useEffect, useMemo, useRef } from 'react';
import { urlOf, useRead } from '@zhitongche/contract/web';
import { Async, cx, DownloadButton } from '@zhitongche/ui';
import { lineAt, placeMark, type SourceLine } from './source-place.ts';
import './SourcePane.css';

/** The source as it was printed, line by line, with the spots to look at marked; scrolls to the one asked for. */
export const SourcePane = ({
  id,
  name,
  findings,
  at,
}: {
  readonly id: string;
  readonly name: string;
  /** Findings still open, marked in the margin. */
  readonly findings: readonly Finding[];
  /** The finding being looked at. */
  readonly at: Finding | null;
}) => {
  const source = useRead('budgetSource', { params: { id } }, { staleTime: Number.POSITIVE_INFINITY });
  return (
    <section className="source-pane" aria-labelledby="source-title">
      <header className="row row-between">
        <h2 id="source-title" className="source-title" title={name}>
          原文
        </h2>
        <DownloadButton
          size="small"
          icon="external"
          target="_blank"
          href={urlOf('budgetOriginal', { params: { id } })}
        >
          打开原件
        </DownloadButton>
      </header>
      <Async query={source}>
        {({ lines, cut }) => (
          <>
            <Lines lines={lines} findings={findings} at={at} />
            {cut ? <p className="soft">原文较长，这里只列前{lines.length}行，其余请看原件。</p> : null}
          </>
        )}
      </Async>
    </section>
  );
};

const Lines = ({
  lines,
  findings,
  at,
}: {
  readonly lines: readonly SourceLine[];
  readonly findings: readonly Finding[];
  readonly at: Finding | null;
}) => {
  const box = useRef<HTMLElement>(null);
  const marked = useMemo(() => new Set(findings.map(({ place }) => lineAt(lines, place))), [lines, findings]);
  const here = useMemo(() => (at === null ? -1 : lineAt(lines, at.place)), [lines, at]);
  // oxlint-disable-next-line react/incompatible-library -- it measures rows by design; we run no React compiler
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => 26,
    overscan: 12,
  });
  useEffect(() => {
    if (here >= 0) rows.scrollToIndex(here, { align: 'center' });
  }, [here, rows]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must be reachable by keyboard
    <section className="source-frame" ref={box} tabIndex={0} aria-label="原文各行">
      <ol className="source-lines" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const line = lines[row.index];
          return line === undefined ? null : (
            <li
              key={row.key}
              ref={rows.measureElement}
              data-index={row.index}
              aria-setsize={lines.length}
              aria-posinset={row.index + 1}
              aria-current={row.index === here ? 'location' : undefined}
              className={cx(
                'source-line',
                marked.has(row.index) && 'source-marked',
                row.index === here && 'source-here',
              )}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <span className="source-mark">{placeMark(line.place)}</span>
              <span className="source-text">
                {line.cells.map((cell, column) => (
                  <span key={column} className={line.cells.length > 1 ? 'source-cell' : undefined}>
                    {cell}
                  </span>
                ))}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
};
