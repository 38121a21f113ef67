import { type Answers, type Field, shownColumns, type TableField } from '@zhitongche/form';
import type { At, Problem } from '@zhitongche/base';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ClipboardEvent, type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import { ActionMenu, cx, IconButton } from '@zhitongche/ui';
import { pathOf } from '../at.ts';
import { useFormWorld } from '../form-world.ts';
import { GridCell } from './GridCell.tsx';
import { move, nextCell, type Spot } from './grid-move.ts';
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
  const { answers, problemsBelow } = useFormWorld();
  const [here, setHere] = useState<Spot>({ row: 0, column: 0 });
  // Focus follows the keyboard and the mouse, but must not jump into the table when the page opens.
  const [entered, setEntered] = useState(false);
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

  const go = (to: Spot | undefined): void => {
    if (!to) return;
    setHere(to);
    setEntered(true);
    virtual.scrollToIndex(to.row);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (event.nativeEvent.isComposing || event.defaultPrevented || event.altKey) return;
    if (!isOurs(event)) return;
    const to = stepFor(event, here, size);
    if (!to) return;
    event.preventDefault();
    go(to);
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
      >
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
        <tbody>
          {above > 0 ? <Gap height={above} /> : null}
          {shown.map(({ index }) => (
            <tr
              key={index}
              aria-rowindex={index + 2}
              className={index === here.row ? 'grid-here' : undefined}
            >
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
                  field={column}
                  at={[...at, index, key]}
                  value={rows[index]?.[key]}
                  asked={asked[index]?.has(key) ?? false}
                  active={here.row === index && here.column === c}
                  focus={entered}
                  onEnter={() => go({ row: index, column: c })}
                  onOpen={() => acts.open(index)}
                  onChange={(value) => acts.set(index, key, value)}
                />
              ))}
              <td className="grid-stick-end">
                <ActionMenu
                  label={`第 ${index + 1} ${field.rowName}`}
                  trigger={
                    <IconButton icon="more" size="small" label={`第 ${index + 1} ${field.rowName}的操作`} />
                  }
                  actions={[
                    { key: 'open', label: '逐项填写', icon: 'edit', onAction: () => acts.open(index) },
                    {
                      key: 'copy',
                      label: '复制一行',
                      icon: 'copy',
                      disabled: rows.length >= field.maxRows,
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
                      disabled: index === rows.length - 1,
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
            </tr>
          ))}
          {below > 0 ? <Gap height={below} /> : null}
        </tbody>
      </table>
    </div>
  );
};

const Gap = ({ height }: { readonly height: number }) => <tr aria-hidden="true" style={{ height }} />;

const rowMark = (problems: readonly Problem[]): string | false =>
  problems.some((p) => p.level === 'block') ? 'cell-wrong' : problems.length > 0 && 'cell-warn';

const widthClass = (column: Field): 'narrow' | 'middle' | 'wide' => {
  if (column.kind === 'integer' || column.kind === 'yes-no') return 'narrow';
  if (column.kind === 'text') return column.max > 40 ? 'wide' : 'middle';
  return column.kind === 'citizen-id' || column.kind === 'choices' ? 'wide' : 'middle';
};

/** False in a menu or list that floats above the table (React hands its keys on), and on buttons that know what Enter means. */
const isOurs = ({ target, currentTarget, key }: KeyboardEvent<HTMLElement>): boolean => {
  if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return false;
  return !(target instanceof HTMLButtonElement) || (target.className === 'cell-button' && key !== 'Enter');
};

/** Keys the grid takes for itself; the rest belong to the input one is in. */
const stepFor = (
  event: KeyboardEvent,
  here: Spot,
  size: { readonly rows: number; readonly columns: number },
): Spot | undefined => {
  if (event.key === 'Tab') return nextCell(here, size, event.shiftKey);
  if (event.key === 'Enter') return move(here, event.shiftKey ? 'ArrowUp' : 'ArrowDown', size);
  const input = event.target;
  if (input instanceof HTMLSelectElement || (input instanceof HTMLInputElement && input.type === 'date'))
    return undefined;
  if (input instanceof HTMLInputElement && input.getAttribute('role') === 'combobox') return undefined;
  if (input instanceof HTMLInputElement) {
    const { selectionStart: start, selectionEnd: end, value } = input;
    const all = start === 0 && end === value.length;
    if ((event.key === 'ArrowLeft' || event.key === 'Home') && !all && start !== 0) return undefined;
    if ((event.key === 'ArrowRight' || event.key === 'End') && !all && end !== value.length) return undefined;
  }
  return move(here, event.key, size, event.ctrlKey || event.metaKey);
};
