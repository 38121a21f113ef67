import type { At, Problem } from '@zhitongche/base';
import { type Answers, inRow, type TableField } from '@zhitongche/form';
import { ActionMenu, cx, IconButton } from '@zhitongche/ui';
import { memo } from 'react';
import { pathOf } from '../at.ts';
import { useFormContext } from '../form-context.ts';
import { GridCell } from './GridCell.tsx';
import type { Spot } from './grid-move.ts';
import type { GridColumns } from './GridHead.tsx';
import type { RowActs } from './row-acts.ts';

interface GridRowProps {
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
  readonly onGo: (to: Spot) => void;
}

interface Drawn extends GridRowProps {
  readonly problems: readonly Problem[];
  /** Columns that stand as the system filled them in. */
  readonly filled: ReadonlySet<string>;
  /** The person has left a cell. */
  readonly onLeave: (path: string) => void;
}

/** One row of a grid: its number, which opens the row, its cells, and what can be done with it. Drawn anew when something of it changed. */
export const GridRow = (props: GridRowProps) => {
  const { problemsBelow, filledAt, markTouched } = useFormContext();
  const { at, index, columns } = props;
  const filled = new Set(columns.flatMap(([key]) => (filledAt(pathOf([...at, index, key])) ? [key] : [])));
  return (
    <Row {...props} problems={problemsBelow(pathOf([...at, index]))} filled={filled} onLeave={markTouched} />
  );
};

const sameSet = (a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): boolean =>
  a === b || (a.size === b.size && [...a].every((one) => b.has(one)));
const told = ({ problems }: Drawn): string =>
  problems.map(({ code, level, at, message }) => `${code} ${level} ${at.join('.')} ${message}`).join('\n');

/** Whether two drawings of a row would look and do the same. */
const alike = (a: Drawn, b: Drawn): boolean =>
  a.row === b.row &&
  a.field === b.field &&
  a.index === b.index &&
  a.count === b.count &&
  a.columns === b.columns &&
  a.here === b.here &&
  a.focus === b.focus &&
  a.acts === b.acts &&
  a.onGo === b.onGo &&
  a.onLeave === b.onLeave &&
  pathOf(a.at) === pathOf(b.at) &&
  sameSet(a.asked, b.asked) &&
  sameSet(a.filled, b.filled) &&
  (a.problems === b.problems || told(a) === told(b));

const Row = memo(
  ({
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
    problems,
    filled,
    onLeave,
  }: Drawn) => (
    <tr aria-rowindex={index + 2} className={here === null || !focus ? undefined : 'grid-here'}>
      <th scope="row" className={cx('grid-stick', rowMark(problems))}>
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
          problems={problems.filter((p) => p.at.length === at.length + 2 && p.at.at(-1) === key)}
          filled={filled.has(key)}
          onEnter={() => onGo({ row: index, column: c })}
          onLeave={onLeave}
          onOpen={() => acts.open(index)}
          onChange={(value) => acts.set(index, key, value)}
        />
      ))}
      <RowMenu field={field} index={index} count={count} acts={acts} />
    </tr>
  ),
  alike,
);

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
