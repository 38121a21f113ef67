import { type Field, leadColumns, type TableField } from '@zhitongche/form';
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { cx, IconButton, useBoxWidth, usePhone, useShared } from '@zhitongche/ui';
import './ReadTable.css';

/** A row of a table that is read: what it is called, and what stands in its cells. */
export interface ReadRow {
  readonly key: string;
  readonly className?: string;
  /** Its number with what may be done with it, before the cells. */
  readonly number: ReactNode;
  /** Number and name, over a card. */
  readonly title: ReactNode;
  cell(key: string, column: Field): ReactNode;
  /** Whether it says anything in a column: cards leave the others out. */
  says(key: string): boolean;
  /** Whether what is folded must be seen: something in it has changed. */
  open?(key: string): boolean;
}

interface ReadTableProps {
  readonly field: TableField;
  readonly rows: readonly ReadRow[];
  /** Keys of the columns to show. */
  readonly columns: readonly string[];
  /** Nothing is folded: little is shown anyway. */
  readonly flat?: boolean;
}

/**
 * Rows of answers to be read: first what is decided by, the rest folded beneath each row; one card a row on the phone,
 * and wherever the columns find no room beside each other.
 */
export const ReadTable = (props: ReadTableProps) => {
  const phone = usePhone();
  const [box, width] = useBoxWidth<HTMLDivElement>();
  const frame = useRef<HTMLElement>(null);
  // Learned when they did not fit: only more room than this is tried again.
  const [needs, setNeeds] = useState(0);
  const cards = phone || (width !== null && width < needs);
  useLayoutEffect(() => {
    const { current } = frame;
    if (current !== null && current.scrollWidth > current.clientWidth + 1) setNeeds(current.scrollWidth);
  }, [width, cards]);
  return (
    <div ref={box} className="rows-box">
      {cards ? <Cards {...props} /> : <Table {...props} frame={frame} />}
    </div>
  );
};

const pairs = ({ columns }: TableField, keys: readonly string[]): readonly (readonly [string, Field])[] =>
  keys.flatMap((key) => (columns[key] ? [[key, columns[key]] as const] : []));

const Table = ({
  field,
  rows,
  columns,
  flat = false,
  frame,
}: ReadTableProps & { readonly frame: RefObject<HTMLElement | null> }) => {
  const { say } = useShared();
  const [unfolded, setUnfolded] = useState<ReadonlyMap<string, boolean>>(new Map());
  const { lead, rest } = leadColumns(flat ? { columns: field.columns } : field, columns);
  const shown = lead.map((group) => pairs(field, group));
  const folded = pairs(field, rest);
  const isOpen = (row: ReadRow): boolean =>
    unfolded.get(row.key) ?? rest.some((key) => row.open?.(key) ?? false);
  return (
    // Wide tables scroll inside their own frame, which therefore must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={frame} className="rows-frame" aria-label={field.label} tabIndex={0}>
      <table className="rows-table">
        <thead>
          <tr>
            <th scope="col">{say('序', 'No.')}</th>
            {shown.map((group) => (
              <th key={group[0]?.[0]} scope="col" className={cellClass(group)}>
                {group.map(([key, column]) => (
                  <span key={key} className="row-stacked">
                    {column.label}
                  </span>
                ))}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row, i) => (
          <tbody key={row.key} className={row.className}>
            <tr>
              <th scope="row">
                {row.number}
                {folded.length > 0 ? (
                  <IconButton
                    icon={isOpen(row) ? 'chevron-up' : 'chevron-down'}
                    size="small"
                    label={say(
                      `${isOpen(row) ? '收起' : '展开'}第 ${i + 1} ${field.rowName}的其余 ${folded.length} 项`,
                      `${isOpen(row) ? 'Fold' : 'Show'} ${folded.length} more of ${field.rowName} ${i + 1}`,
                    )}
                    onPress={() => setUnfolded(new Map(unfolded).set(row.key, !isOpen(row)))}
                  />
                ) : null}
              </th>
              {shown.map((group) => (
                <td key={group[0]?.[0]} className={cellClass(group)}>
                  {group.map(([key, column]) => (
                    <span key={key} className="row-stacked">
                      {row.cell(key, column)}
                    </span>
                  ))}
                </td>
              ))}
            </tr>
            {folded.length > 0 && isOpen(row) ? (
              <tr>
                <td colSpan={shown.length + 1}>
                  <Cells row={row} columns={folded} />
                </td>
              </tr>
            ) : null}
          </tbody>
        ))}
      </table>
    </section>
  );
};

const Cards = ({ field, rows, columns, flat = false }: ReadTableProps) => {
  const { say } = useShared();
  const { lead, rest } = leadColumns(flat ? { columns: field.columns } : field, columns);
  const named = new Set(field.names);
  return (
    <ol className="read-cards">
      {rows.map((row) => {
        const more = pairs(field, rest).filter(([key]) => row.says(key));
        return (
          <li key={row.key} className={cx('read-card', row.className)}>
            <div className="row row-between">{row.title}</div>
            <Cells row={row} columns={pairs(field, lead.flat()).filter(([key]) => flat || !named.has(key))} />
            {more.length > 0 ? (
              <details open={more.some(([key]) => row.open?.(key) ?? false)}>
                <summary>{say(`其余 ${more.length} 项`, `${more.length} more`)}</summary>
                <Cells row={row} columns={more} />
              </details>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
};

const Cells = ({
  row,
  columns,
}: {
  readonly row: ReadRow;
  readonly columns: readonly (readonly [string, Field])[];
}) => (
  <dl className="row-card-cells">
    {columns
      .filter(([key]) => row.says(key))
      .map(([key, column]) => (
        <div key={key}>
          <dt>{column.label}</dt>
          <dd>{row.cell(key, column)}</dd>
        </div>
      ))}
  </dl>
);

/** Figures stand to the right, days and short words on one line, long texts get room. */
const cellClass = (group: readonly (readonly [string, Field])[]): string | undefined => {
  const [, column] = group[0] ?? [];
  if (column?.kind === 'decimal' || column?.kind === 'integer') return 'number';
  if (column?.kind === 'text')
    return column.max > 60 ? 'cell-long' : column.max > 30 ? 'cell-text' : 'cell-short';
  return column?.kind === 'choices' || column?.kind === 'files' ? undefined : 'cell-short';
};
