import type { At, Problem } from '@zhitongche/base';
import { type Answers, inRow, type TableField } from '@zhitongche/form';
import { ActionMenu, cx, IconButton } from '@zhitongche/ui';
import { pathOf } from '../at.ts';
import { useFormContext } from '../form-context.ts';
import { GridCell } from './GridCell.tsx';
import type { GridColumns } from './GridHead.tsx';
import type { RowActs } from './row-acts.ts';

/** One row of a grid: its number, which opens the row, its cells, and what can be done with it. */
export const GridRow = ({
  field,
  at,
  index,
  row,
  count,
  columns,
  asked,
  here,
  focus,
  acts,
  onGo,
}: {
  readonly field: TableField;
  /** Path of the table. */
  readonly at: At;
  readonly index: number;
  readonly row: Answers | undefined;
  /** How many rows the table has. */
  readonly count: number;
  readonly columns: GridColumns;
  /** Keys of the columns this row asks for. */
  readonly asked: ReadonlySet<string> | undefined;
  /** Column one is at, when it is in this row. */
  readonly here: number | null;
  /** True once somebody has entered the grid: focus follows then. */
  readonly focus: boolean;
  readonly acts: RowActs;
  readonly onGo: (column: number) => void;
}) => {
  const { problemsBelow } = useFormContext();
  return (
    <tr aria-rowindex={index + 2} className={here === null || !focus ? undefined : 'grid-here'}>
      <th scope="row" className={cx('grid-stick', rowMark(problemsBelow(pathOf([...at, index]))))}>
        <button
          type="button"
          className="grid-open"
          title={`逐项填写第 ${index + 1} ${field.rowName}`}
          onClick={() => acts.open(index)}
        >
          {index + 1}
        </button>
      </th>
      {columns.map(([key, column], c) => (
        <GridCell
          key={key}
          field={inRow(field.columns, column, row ?? {})}
          at={[...at, index, key]}
          value={row?.[key]}
          asked={asked?.has(key) ?? false}
          active={here === c}
          focus={focus}
          onEnter={() => onGo(c)}
          onOpen={() => acts.open(index)}
          onChange={(value) => acts.set(index, key, value)}
        />
      ))}
      <RowMenu field={field} index={index} count={count} acts={acts} />
    </tr>
  );
};

const RowMenu = ({
  field,
  index,
  count,
  acts,
}: {
  readonly field: TableField;
  readonly index: number;
  readonly count: number;
  readonly acts: RowActs;
}) => (
  <td className="grid-stick-end">
    <ActionMenu
      label={`第 ${index + 1} ${field.rowName}`}
      trigger={<IconButton icon="more" size="small" label={`第 ${index + 1} ${field.rowName}的操作`} />}
      actions={[
        { key: 'open', label: '逐项填写', icon: 'edit', onAction: () => acts.open(index) },
        {
          key: 'copy',
          label: '复制一行',
          icon: 'copy',
          disabled: count >= field.maxRows,
          onAction: () => acts.duplicate(index),
        },
        {
          key: 'up',
          label: '上移',
          icon: 'up',
          disabled: index === 0,
          onAction: () => acts.shift(index, -1),
        },
        {
          key: 'down',
          label: '下移',
          icon: 'down',
          disabled: index === count - 1,
          onAction: () => acts.shift(index, 1),
        },
        {
          key: 'remove',
          label: '删除',
          icon: 'trash',
          danger: true,
          onAction: () => acts.remove(index),
        },
      ]}
    />
  </td>
);

const rowMark = (problems: readonly Problem[]): string | false =>
  problems.some((p) => p.level === 'block') ? 'cell-wrong' : problems.length > 0 && 'cell-warn';
