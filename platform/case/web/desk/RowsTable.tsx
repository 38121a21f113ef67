import type { Json } from '@zhitongche/base';
import type { TableField } from '@zhitongche/form';
import { Badge, IconButton, cx, usePhone } from '@zhitongche/ui';
import type { RowChange } from '../diff/compare-answers.ts';
import { AnswerText } from './AnswerText.tsx';
import { FileLinks } from './FileLinks.tsx';

interface RowsProps {
  readonly field: TableField;
  readonly rows: readonly RowChange[];
  readonly at: string;
  readonly onFault?: (at: string) => void;
  readonly onFile: (file: string) => void;
  /** Only the first column and those with changes. */
  readonly only?: boolean;
}

/** Figures stand to the right, days on one line, long texts get room. */
const cellClass = (column: TableField['columns'][string]): string | undefined => {
  if (column.kind === 'decimal' || column.kind === 'integer') return 'number';
  if (column.kind === 'date') return 'cell-day';
  return column.kind === 'text' && column.max > 60 ? 'cell-long' : undefined;
};

const WORDS = { added: '新增', removed: '已删', changed: '有改动', same: '' } as const;

const filled = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Columns somebody answered in some row; when only changes are asked for, what tells the row apart and what changed in it. */
const columnsOf = ({ field, rows, only = false }: RowsProps) =>
  Object.entries(field.columns)
    .filter(([key]) => rows.some((r) => filled(r.before?.[key]) || filled(r.after?.[key])))
    .filter(([key], i) => !only || i === 0 || rows.some((r) => r.cells[key] !== 'same'));

const Cell = ({
  row,
  name,
  column,
  onFile,
}: {
  row: RowChange;
  name: string;
  column: TableField['columns'][string];
  onFile: (file: string) => void;
}) => {
  if (column.kind === 'files')
    return <FileLinks value={row.after?.[name]} before={row.before?.[name]} onFile={onFile} />;
  if (row.change === 'removed')
    return <AnswerText field={column} value={row.before?.[name]} changed={false} />;
  return (
    <AnswerText
      field={column}
      value={row.after?.[name]}
      before={row.before?.[name]}
      changed={row.change === 'changed' && row.cells[name] !== 'same'}
    />
  );
};

/** A table of answers: a table on the desk, one card per row on the phone; rows paired with those of the round before. */
export const RowsTable = (props: RowsProps) => {
  const phone = usePhone();
  const { field, at, onFault, onFile, only = false } = props;
  const rows = only ? props.rows.filter((r) => r.change !== 'same') : props.rows;
  const columns = columnsOf(props);
  if (rows.length === 0) return <span className="soft">没有填写</span>;
  if (phone)
    return (
      <ol className="row-cards">
        {rows.map((row, i) => (
          <li key={`${row.from ?? ''} ${row.to ?? ''}`} className={cx('row-card', `row-${row.change}`)}>
            <div className="row row-between">
              <strong>
                {row.to === undefined
                  ? `原第 ${(row.from ?? i) + 1} ${field.rowName}`
                  : `第 ${row.to + 1} ${field.rowName}`}
              </strong>
              {row.change === 'same' ? null : (
                <Badge tone={row.change === 'removed' ? 'danger' : 'warn'}>{WORDS[row.change]}</Badge>
              )}
            </div>
            <dl className="row-card-cells">
              {columns
                .filter(([key]) => filled(row.before?.[key]) || filled(row.after?.[key]))
                .map(([key, column]) => (
                  <div key={key}>
                    <dt>{column.label}</dt>
                    <dd>
                      <Cell row={row} name={key} column={column} onFile={onFile} />
                    </dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
      </ol>
    );
  return (
    // Wide tables scroll inside their own frame, which therefore must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="rows-frame" aria-label={field.label} tabIndex={0}>
      <table className="rows-table">
        <thead>
          <tr>
            <th scope="col">序</th>
            {columns.map(([key, column]) => (
              <th key={key} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.from ?? ''} ${row.to ?? ''}`} className={`row-${row.change}`}>
              <th scope="row">
                <span className="row-number">
                  {row.to === undefined ? '—' : row.to + 1}
                  {onFault && row.to !== undefined ? (
                    <IconButton
                      icon="flag"
                      size="small"
                      label={`指出第 ${row.to + 1} ${field.rowName}的问题`}
                      onPress={() => onFault(`${at}.${row.to ?? 0}`)}
                    />
                  ) : null}
                </span>
                {row.change === 'same' ? null : (
                  <Badge tone={row.change === 'removed' ? 'danger' : 'warn'}>{WORDS[row.change]}</Badge>
                )}
              </th>
              {columns.map(([key, column]) => (
                <td key={key} className={cellClass(column)}>
                  <Cell row={row} name={key} column={column} onFile={onFile} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
