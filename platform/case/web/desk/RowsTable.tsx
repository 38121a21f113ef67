import type { Json } from '@zhitongche/base';
import { headlineOf, inRow, type TableField } from '@zhitongche/form';
import { ReadTable } from '@zhitongche/form/web';
import { Badge, IconButton } from '@zhitongche/ui';
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

/** A table of answers as {@link ReadTable} shows it; rows paired with those of the round before. */
export const RowsTable = (props: RowsProps) => {
  const { field, at, onFault, onFile, only = false } = props;
  const rows = only ? props.rows.filter((r) => r.change !== 'same') : props.rows;
  if (rows.length === 0) return <span className="soft">没有填写</span>;
  return (
    <ReadTable
      field={field}
      flat={only}
      columns={columnsOf(props).map(([key]) => key)}
      rows={rows.map((row, i) => {
        const { title } = headlineOf(field, row.after ?? row.before ?? {});
        const change =
          row.change === 'same' ? null : (
            <Badge tone={row.change === 'removed' ? 'danger' : 'warn'}>{WORDS[row.change]}</Badge>
          );
        const number =
          row.to === undefined
            ? `原第 ${(row.from ?? i) + 1} ${field.rowName}`
            : `第 ${row.to + 1} ${field.rowName}`;
        return {
          key: `${row.from ?? ''} ${row.to ?? ''}`,
          className: `row-${row.change}`,
          number: (
            <>
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
              {change}
            </>
          ),
          title: (
            <>
              <strong>{title === '' ? number : title}</strong>
              {change ?? <span className="soft">{title === '' ? '' : number}</span>}
            </>
          ),
          cell: (key, column) => (
            <Cell
              row={row}
              name={key}
              column={inRow(field.columns, column, row.after ?? {})}
              onFile={onFile}
            />
          ),
          says: (key) => filled(row.before?.[key]) || filled(row.after?.[key]),
          open: (key) =>
            row.change === 'changed' && row.cells[key] !== undefined && row.cells[key] !== 'same',
        };
      })}
    />
  );
};
