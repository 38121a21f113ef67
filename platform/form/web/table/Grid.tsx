import { type Answers, shownColumns, type TableField } from '@zhitongche/form';
import type { At } from '@zhitongche/base';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  useCallback,
  useDeferredValue,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useFormContext } from '../form-context.ts';
import { isOurs, stepFor } from './grid-keys.ts';
import type { Spot } from './grid-move.ts';
import { GridHead } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import type { RowActs } from './row-acts.ts';

const ROW_HEIGHT = 41;

/**
 * Rows and columns as in a spreadsheet. The cell one is at is always an input, because Chinese input methods need one
 * from the first key on; arrows leave it at its edges, Enter goes down, Tab reads on.
 */
export const Grid = ({
  field,
  at,
  rows,
  acts,
}: {
  readonly field: TableField;
  readonly at: At;
  readonly rows: readonly Answers[];
  readonly acts: RowActs;
}) => {
  const { answers } = useFormContext();
  const scroller = useRef<HTMLDivElement>(null);
  const whole = useDeferredValue(answers);
  const asked = useMemo(
    () => rows.map((row) => new Set(shownColumns(field.columns, row, whole))),
    [field, rows, whole],
  );
  const columns = useMemo(
    () => Object.entries(field.columns).filter(([key]) => asked.some((keys) => keys.has(key))),
    [field, asked],
  );
  const size = { rows: rows.length, columns: columns.length };
  // oxlint-disable-next-line react/incompatible-library -- it reads the box's scroll by design; we run no React compiler
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  const shown = virtual.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);

  const { here, entered, setEntered, go } = useHere(virtual);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (event.nativeEvent.isComposing || event.defaultPrevented || event.altKey) return;
    if (!isOurs(event)) return;
    const to = stepFor(event, here, size);
    if (!to) return;
    event.preventDefault();
    go(to);
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent<HTMLTableElement>): void => {
    if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) setEntered(false);
  };
  const onPaste = (event: ClipboardEvent<HTMLTableElement>): void => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    const column = Object.keys(field.columns).indexOf(columns[here.column]?.[0] ?? '');
    acts.paste(here.row, Math.max(0, column), text);
  };

  return (
    <div className="grid-scroll" ref={scroller}>
      <table
        className="grid"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a grid made of a table, as the ARIA practices have it
        role="grid"
        aria-label={field.label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 2}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={onBlur}
      >
        <GridHead columns={columns} />
        <tbody>
          {above > 0 ? <Gap height={above} /> : null}
          {shown.map(({ index }) => (
            <GridRow
              key={index}
              field={field}
              at={at}
              index={index}
              row={rows[index]}
              count={rows.length}
              columns={columns}
              asked={asked[index]}
              here={here.row === index ? here.column : null}
              focus={entered}
              acts={acts}
              onGo={go}
            />
          ))}
          {below > 0 ? <Gap height={below} /> : null}
        </tbody>
      </table>
    </div>
  );
};

const Gap = ({ height }: { readonly height: number }) => <tr aria-hidden="true" style={{ height }} />;

/** The cell one is at, and the way to another; the same function for as long as the grid is there, so that rows need not be drawn anew for it. */
const useHere = (virtual: { readonly scrollToIndex: (row: number) => void }) => {
  const [here, setHere] = useState<Spot>({ row: 0, column: 0 });
  // Focus follows the keyboard and the mouse, but must not jump into the table when the page opens.
  const [entered, setEntered] = useState(false);
  const go = useCallback(
    (to: Spot | undefined): void => {
      if (!to) return;
      setHere(to);
      setEntered(true);
      virtual.scrollToIndex(to.row);
    },
    [virtual],
  );
  return { here, entered, setEntered, go };
};
