import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { KeyValues } from './KeyValues.tsx';
import { useBoxWidth } from './use-box-width.ts';
import { usePhone } from './use-phone.ts';
import './DataTable.css';

/** A column of a {@link DataTable}. */
export interface DataColumn<T> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: T) => ReactNode;
  /** Figures stand to the right. */
  readonly figure?: boolean;
  /** Short values that stay on one line. */
  readonly tight?: boolean;
}

/** Below this a pane has no room for columns, on whatever screen. */
const NARROW = 480;

/** Rows one compares: a table that scrolls in its own frame, one card per row on the phone and in a narrow pane. */
export const DataTable = <T,>({
  label,
  columns,
  rows,
  keyOf,
}: {
  readonly label: string;
  readonly columns: readonly DataColumn<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T, index: number) => string;
}) => {
  const phone = usePhone();
  const [box, width] = useBoxWidth<HTMLDivElement>();
  const cards = phone || (width !== null && width < NARROW);
  return (
    <div ref={box} className="data-box">
      {cards ? (
        <ul className="data-cards" aria-label={label}>
          {rows.map((row, i) => (
            <li key={keyOf(row, i)} className="card">
              <KeyValues items={columns.map((c) => ({ label: c.label, value: c.cell(row) }))} />
            </li>
          ))}
        </ul>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must be reachable by keyboard
        <section className="data-frame" aria-label={label} tabIndex={0}>
          <table className="data-table">
            <thead>
              <tr>
                {columns.map((c) => (
                  <th key={c.key} scope="col" className={c.figure === true ? 'number' : undefined}>
                    {c.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, i) => (
                <tr key={keyOf(row, i)}>
                  {columns.map((c) => (
                    <td
                      key={c.key}
                      className={cx(c.figure === true && 'number', c.tight === true && 'tight')}
                    >
                      {c.cell(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
};
