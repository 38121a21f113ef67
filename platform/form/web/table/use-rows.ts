import type { At, Json } from '@zhitongche/base';
import { type Answers, blankFields, type TableField } from '@zhitongche/form';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { pathOf, rowsOf } from '../at.ts';
import { useFormContext } from '../form-context.ts';
import { layPaste, readPaste } from '../paste.ts';
import type { RowActs } from './row-acts.ts';
import { withMoved, withoutRow, withRow } from './row-edits.ts';

/** The rows of a sub-table, what can be done with them, and the row that is open one question at a time. */
export const useRows = ({
  field,
  at,
  value,
  onChange,
  onLeave,
}: {
  readonly field: TableField;
  readonly at: At;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly onLeave: () => void;
}) => {
  const { target, set } = useFormContext();
  const [sheet, setSheet] = useState<number | null>(null);
  const [remark, setRemark] = useState('');
  const rows = rowsOf(value);
  const [reached, setReached] = useState<typeof target>(null);
  if (target !== reached) {
    setReached(target);
    const row =
      target && pathOf(target.at.slice(0, at.length)) === pathOf(at) ? target.at[at.length] : undefined;
    if (typeof row === 'number') setSheet(row);
  }
  const put = (next: readonly Answers[]): void =>
    onChange(next.length > 0 ? next.map((r) => asJson(r)) : undefined);
  const now: RowActs = {
    open: setSheet,
    duplicate: (i) => put(withRow(rows, rows[i] ?? {}, i)),
    remove: (i) => {
      put(withoutRow(rows, i));
      setSheet(null);
    },
    shift: (i, by) => put(withMoved(rows, i, i + by)),
    set: (i, column, cell) => set([...at, i, column], cell),
    paste: (row, column, text) => {
      const pasted = readPaste(field.columns, text, column);
      const { rows: next, dropped } = layPaste(rows, row, pasted.rows, field.maxRows);
      put(next);
      onLeave();
      setRemark(
        [
          `已粘贴 ${pasted.rows.length - dropped} ${field.rowName}。`,
          dropped > 0 ? `另有 ${dropped} ${field.rowName}超出上限，没有放入。` : '',
          pasted.unknownHeads.length > 0 ? `没有对应的列：${pasted.unknownHeads.join('、')}。` : '',
        ].join(''),
      );
    },
  };
  const acts = useSteady(now);
  return {
    rows,
    acts,
    /** What came of the last paste; empty = nothing to say. */
    remark,
    sheet,
    setSheet,
    /** Puts an empty row last and opens it. */
    add: (): void => {
      put(withRow(rows, blankFields(field.columns)));
      setSheet(rows.length);
    },
    /** Takes rows over from elsewhere, as many as fit. */
    append: (more: readonly Answers[]): void => {
      put([...rows, ...more].slice(0, field.maxRows));
      // Whoever takes rows over is done with their cells: what is wrong in them is marked where it stands.
      onLeave();
    },
  };
};

const asJson = (row: Answers): { readonly [key: string]: Json | undefined } => row;

/** The same acts for as long as the table is there, doing what the latest ones do: a row is drawn anew when it changed, and not for its buttons. */
const useSteady = (now: RowActs): RowActs => {
  const latest = useRef(now);
  useLayoutEffect(() => {
    latest.current = now;
  });
  return useMemo<RowActs>(
    () => ({
      open: (row) => latest.current.open(row),
      duplicate: (row) => latest.current.duplicate(row),
      remove: (row) => latest.current.remove(row),
      shift: (row, by) => latest.current.shift(row, by),
      set: (row, column, value) => latest.current.set(row, column, value),
      paste: (row, column, text) => latest.current.paste(row, column, text),
    }),
    [],
  );
};
