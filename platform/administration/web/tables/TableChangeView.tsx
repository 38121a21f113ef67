import type { Json } from '@zhitongche/base';
import { DataTable } from '@zhitongche/ui';
import type { TableChange, TableRow } from './compare-tables.ts';

/** Most rows shown of each kind. */
const MOST = 50;

/** A cell of a reference table as text. */
export const cellWords = (value: Json | undefined): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Rows of a reference table under the columns they have. */
export const RowsTable = ({
  label,
  rows,
}: {
  readonly label: string;
  readonly rows: readonly TableRow[];
}) => (
  <DataTable
    label={label}
    rows={rows}
    keyOf={(_, i) => String(i)}
    columns={[...new Set(rows.flatMap((row) => Object.keys(row)))].map((key) => ({
      key,
      label: key,
      figure: typeof rows[0]?.[key] === 'number',
      cell: (row: TableRow) => cellWords(row[key]),
    }))}
  />
);

/** What a new version changes, in numbers and, one press further, row by row. */
export const TableChangeView = ({ change }: { readonly change: TableChange }) => (
  <div className="stack stack-tight">
    <p aria-live="polite">
      与现行版本相比：<strong>{change.same}</strong> 行不变，<strong>{change.fresh.length}</strong>{' '}
      行新增或改动，
      <strong>{change.gone.length}</strong> 行不再有或被改动。
    </p>
    <Part title="新增或改动后的行" rows={change.fresh} />
    <Part title="不再有或改动前的行" rows={change.gone} />
  </div>
);

const Part = ({ title, rows }: { readonly title: string; readonly rows: readonly TableRow[] }) =>
  rows.length === 0 ? null : (
    <details>
      <summary>
        {title}（{rows.length > MOST ? `共 ${rows.length} 行，显示前 ${MOST} 行` : `${rows.length} 行`}）
      </summary>
      <RowsTable label={title} rows={rows.slice(0, MOST)} />
    </details>
  );
