import { type Answers, type TableField, blankFields } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import { Suspense, useState } from 'react';
import { Button, Empty, Notice, Skeleton, usePhone, lazily } from '@zhitongche/ui';
import { pathOf, rowsOf } from '../at.ts';
import { useFormWorld } from '../form-world.ts';
import type { InputProps } from '../inputs/input-props.ts';
import { layPaste, readPaste } from '../paste.ts';
import type { RowActs } from './row-acts.ts';
import { RowCards } from './RowCards.tsx';
import { RowSheet } from './RowSheet.tsx';
import { withMoved, withoutRow, withRow } from './row-edits.ts';
import './table.css';

const Grid = lazily(() => import('./Grid.tsx').then((m) => m.Grid));
const ImportDialog = lazily(() => import('./ImportDialog.tsx').then((m) => m.ImportDialog));
const EarlierPeople = lazily(() => import('./EarlierPeople.tsx').then((m) => m.EarlierPeople));

/** A sub-table: a grid with keyboard and paste where there is room, cards on the phone, one row at a time in a sheet. */
export const TableInput = ({ field, at, value, onChange, onLeave }: InputProps<TableField>) => {
  const world = useFormWorld();
  const phone = usePhone();
  const [sheet, setSheet] = useState<number | null>(null);
  const [dialog, setDialog] = useState<'import' | 'earlier' | null>(null);
  const [remark, setRemark] = useState('');
  const rows = rowsOf(value);
  const { target } = world;
  const [reached, setReached] = useState<typeof target>(null);
  if (target !== reached) {
    setReached(target);
    const row =
      target && pathOf(target.at.slice(0, at.length)) === pathOf(at) ? target.at[at.length] : undefined;
    if (typeof row === 'number') setSheet(row);
  }
  const full = rows.length >= field.maxRows;
  const put = (next: readonly Answers[]): void =>
    onChange(next.length > 0 ? next.map((r) => asJson(r)) : undefined);
  const add = (row: Answers = blankFields(field.columns)): void => {
    put(withRow(rows, row));
    setSheet(rows.length);
  };
  const acts: RowActs = {
    open: setSheet,
    duplicate: (i) => put(withRow(rows, rows[i] ?? {}, i)),
    remove: (i) => {
      put(withoutRow(rows, i));
      setSheet(null);
    },
    shift: (i, by) => put(withMoved(rows, i, i + by)),
    set: (i, column, cell) => world.set([...at, i, column], cell),
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
  const people = Object.values(field.columns).some((c) => c.kind === 'citizen-id');
  const append = (more: readonly Answers[]): void => {
    put([...rows, ...more].slice(0, field.maxRows));
    // Whoever takes rows over is done with their cells: what is wrong in them is marked where it stands.
    onLeave();
  };

  return (
    <div className="table-input" id={pathOf(at)} tabIndex={-1}>
      {rows.length === 0 ? (
        <Empty
          icon="table"
          title={`还没有${field.label}`}
          text={phone ? '逐个添加即可。' : '可逐行填写，也可从 Excel 复制后直接粘贴。'}
        />
      ) : phone ? (
        <RowCards field={field} at={at} rows={rows} acts={acts} />
      ) : (
        <Suspense fallback={<Skeleton lines={rows.length} shape="rows" />}>
          <Grid field={field} at={at} rows={rows} acts={acts} />
        </Suspense>
      )}
      <div className="row">
        <Button icon="plus" isDisabled={full} onPress={() => add()}>
          添加一{field.rowName}
        </Button>
        {people ? (
          <Button icon="users" isDisabled={full} onPress={() => setDialog('earlier')}>
            从以往人员中选
          </Button>
        ) : null}
        {field.importable ? (
          <Button icon="table" isDisabled={full} onPress={() => setDialog('import')}>
            从表格导入
          </Button>
        ) : null}
        <span className="soft" aria-live="polite">
          {rows.length > 0 ? `共 ${rows.length} ${field.rowName}` : ''}
          {full ? `，已到上限` : ''}
        </span>
      </div>
      {remark ? (
        <Notice tone="info" live>
          {remark}
        </Notice>
      ) : null}
      {sheet !== null && rows[sheet] ? (
        <RowSheet
          field={field}
          at={at}
          rows={rows}
          index={sheet}
          acts={acts}
          onClose={() => setSheet(null)}
          onMove={setSheet}
        />
      ) : null}
      <Suspense fallback={null}>
        {dialog === 'import' ? (
          <ImportDialog field={field} at={at} onTake={append} onClose={() => setDialog(null)} />
        ) : null}
        {dialog === 'earlier' ? (
          <EarlierPeople field={field} rows={rows} onTake={append} onClose={() => setDialog(null)} />
        ) : null}
      </Suspense>
    </div>
  );
};

const asJson = (row: Answers): { readonly [key: string]: Json | undefined } => row;
