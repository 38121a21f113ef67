import type { Field } from '@zhitongche/form';

/** The columns a grid shows, each with its key. */
export type GridColumns = readonly (readonly [key: string, column: Field])[];

/** The head of a grid: how wide each column is, what it is called, whether it must be filled in. */
export const GridHead = ({ columns }: { readonly columns: GridColumns }) => (
  <>
    <colgroup>
      <col className="grid-number" />
      {columns.map(([key, column]) => (
        <col key={key} className={`grid-col grid-col-${widthClass(column)}`} />
      ))}
      <col className="grid-acts" />
    </colgroup>
    <thead>
      <tr>
        <th scope="col" className="grid-stick">
          <span className="visually-hidden">序号</span>
        </th>
        {columns.map(([key, column]) => (
          <th key={key} scope="col" title={column.help}>
            {column.label}
            {column.required ? (
              <span className="grid-must" aria-label="必填">
                *
              </span>
            ) : null}
          </th>
        ))}
        <th scope="col" className="grid-stick-end">
          <span className="visually-hidden">操作</span>
        </th>
      </tr>
    </thead>
  </>
);

const widthClass = (column: Field): 'narrow' | 'middle' | 'wide' => {
  if (column.kind === 'integer' || column.kind === 'yes-no') return 'narrow';
  if (column.kind === 'text') return column.max > 40 ? 'wide' : 'middle';
  return column.kind === 'citizen-id' || column.kind === 'choices' ? 'wide' : 'middle';
};
