import {
  type CellKind,
  type Disclosure,
  type Sheet,
  type Spot,
  type UnsoundCell,
  cellsOfText,
  sheetsOf,
} from '@zhitongche/budget';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { Button, IconButton, cx, amountText } from '@zhitongche/ui';
import type { CorrectionStep } from './correction.ts';
import './SheetGrid.css';

/** What is said of one cell: that a check fails there, or that it changed. */
export interface CellMark {
  readonly tone: 'wrong' | 'hint' | 'changed';
  readonly text: string;
}
/** Marks by sheet, row and column: "T03 4 5". */
export type CellMarks = ReadonlyMap<string, CellMark>;
/** For each row of a sheet the row it was before. */
export type BeforeRows = readonly (readonly (string | null)[] | undefined)[];

/** The figure a cell held before, where it differs from what it holds now. */
const beforeText = (
  before: { readonly rows: BeforeRows } | undefined,
  row: number,
  column: number,
  text: string,
): string | null => {
  const was = before?.rows[row]?.[column] ?? null;
  return was === null || was === text ? null : amountText(was);
};

/** The disclosure as grids, one at a time: what a person reads against the source and corrects. */
export const SheetGrid = ({
  model,
  sheet: asked,
  spot,
  unsound,
  mine,
  marks,
  before,
  onSheet,
  onStep,
}: {
  readonly model: Disclosure;
  /** Id of the sheet to show. */
  readonly sheet: string;
  /** Cell to go to; a new object goes there again. */
  readonly spot: Spot | null;
  readonly unsound: readonly UnsoundCell[];
  readonly mine: boolean;
  /** What is to be said of cells, by sheet, row and column. */
  readonly marks?: CellMarks;
  /** Rows of the sheet as they were, one for each row now; shown under figures that differ. */
  readonly before?: { readonly label: string; readonly rowsOf: (sheet: Sheet) => BeforeRows };
  readonly onSheet: (id: string) => void;
  readonly onStep: (step: CorrectionStep) => void;
}) => {
  const sheets = useMemo(() => sheetsOf(model), [model]);
  const at = Math.max(
    0,
    sheets.findIndex(({ id }) => id === asked),
  );
  const sheet = sheets[at];
  const left = sheets[at - 1];
  const right = sheets[at + 1];
  return (
    <div className="stack stack-tight">
      <div className="row sheet-choice">
        <IconButton
          icon="chevron-left"
          label="上一张"
          isDisabled={left === undefined}
          onPress={() => left && onSheet(left.id)}
        />
        <select
          className="input grow"
          aria-label="看哪一张"
          value={sheet?.id ?? ''}
          onChange={(e) => onSheet(e.target.value)}
        >
          {sheets.map(({ id, title, rows }) => {
            const wrong = unsound.filter((cell) => cell.sheet === id).length;
            return (
              <option key={id} value={id}>
                {`${/^T\d+$/.test(id) ? `${id} ` : ''}${title}（${rows.length}行）${wrong > 0 ? ` ⚠${wrong}` : ''}`}
              </option>
            );
          })}
        </select>
        <IconButton
          icon="chevron-right"
          label="下一张"
          isDisabled={right === undefined}
          onPress={() => right && onSheet(right.id)}
        />
      </div>
      {sheet === undefined ? null : (
        <Cells
          key={sheet.id}
          sheet={sheet}
          spot={spot?.sheet === sheet.id ? spot : null}
          unsound={unsound.filter((cell) => cell.sheet === sheet.id)}
          mine={mine}
          marks={marks}
          before={before && { label: before.label, rows: before.rowsOf(sheet) }}
          onStep={onStep}
        />
      )}
    </div>
  );
};

const Cells = ({
  sheet,
  spot,
  unsound,
  mine,
  marks,
  before,
  onStep,
}: {
  readonly sheet: Sheet;
  readonly spot: Spot | null;
  readonly unsound: readonly UnsoundCell[];
  readonly mine: boolean;
  readonly marks: CellMarks | undefined;
  readonly before: { readonly label: string; readonly rows: BeforeRows } | undefined;
  readonly onStep: (step: CorrectionStep) => void;
}) => {
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    if (spot === null) return;
    const cell = cellOf(frame.current, spot.row, spot.column);
    cell?.scrollIntoView({ block: 'center', inline: 'center' });
    cell?.focus({ preventScroll: true });
  }, [spot]);
  const onKey = (e: KeyboardEvent<HTMLElement>): void => {
    const step =
      e.key === 'ArrowDown' || (e.key === 'Enter' && !e.shiftKey) ? 1 : e.key === 'ArrowUp' ? -1 : 0;
    const place = e.target instanceof HTMLElement ? e.target.dataset : {};
    // Inside long text the arrows and the line break belong to the text.
    if (step === 0 || place['row'] === undefined || e.target instanceof HTMLTextAreaElement) return;
    e.preventDefault();
    cellOf(frame.current, Number(place['row']) + step, Number(place['column']))?.focus();
  };
  const onPaste = (e: ClipboardEvent<HTMLElement>): void => {
    const text = e.clipboardData.getData('text/plain');
    const place = e.target instanceof HTMLElement ? e.target.dataset : {};
    // One cell's worth of text is typing; a block goes into the cells from here on.
    if (!mine || place['row'] === undefined || !/[\t\n]/.test(text.trim())) return;
    e.preventDefault();
    onStep({
      do: 'paste',
      sheet: sheet.id,
      row: Number(place['row']),
      column: Number(place['column']),
      block: cellsOfText(text),
    });
  };
  const hears = { onKeyDown: onKey, onPaste };
  const wrong = new Map(unsound.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const grows = mine && sheet.growable;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys move between its cells */}
      <section className="sheet-frame" ref={frame} aria-label={sheet.title} tabIndex={0} {...hears}>
        <table className="sheet">
          <thead>
            <tr>
              {sheet.columns.map(({ key, label, kind }) => (
                <th key={key} scope="col" className={kind === 'figure' ? 'number' : undefined}>
                  {label}
                </th>
              ))}
              {grows ? (
                <th scope="col">
                  <span className="visually-hidden">增删行</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map((cells, row) => (
              <tr key={row}>
                {sheet.columns.map((column, at) => {
                  const text = cells[at] ?? '';
                  const fault = wrong.get(`${row} ${at}`);
                  const label = `第${row + 1}行 ${column.label}`;
                  const mark = marks?.get(`${sheet.id} ${row} ${at}`);
                  const was = column.kind === 'figure' ? beforeText(before, row, at, text) : null;
                  return (
                    <td
                      key={column.key}
                      className={cx(column.kind === 'figure' && 'number', mark && `sheet-${mark.tone}`)}
                      title={mark?.text}
                    >
                      {!mine || column.fixed ? (
                        <span data-row={row} data-column={at} tabIndex={-1} className="sheet-fixed">
                          {column.kind === 'figure' ? amountText(text) : text}
                        </span>
                      ) : (
                        <Typed
                          key={text}
                          kind={column.kind}
                          text={text}
                          label={label}
                          row={row}
                          column={at}
                          fault={fault}
                          mark={mark}
                          onType={(next) =>
                            onStep({ do: 'type', sheet: sheet.id, row, column: at, text: next })
                          }
                        />
                      )}
                      {was === null ? null : (
                        <span className="sheet-before">
                          {before?.label} {was}
                        </span>
                      )}
                    </td>
                  );
                })}
                {grows ? (
                  <td className="sheet-acts">
                    <IconButton
                      size="small"
                      icon="plus"
                      label={`在第${row + 1}行前插入一行`}
                      onPress={() => onStep({ do: 'add-row', sheet: sheet.id, row })}
                    />
                    <IconButton
                      size="small"
                      icon="trash"
                      label={`删除第${row + 1}行`}
                      onPress={() => onStep({ do: 'remove-row', sheet: sheet.id, row })}
                    />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {sheet.rows.length === 0 ? <p className="soft">空表。</p> : null}
      {unsound.length === 0 ? null : (
        <ul className="sheet-faults" aria-live="polite">
          {unsound.map(({ row, column, message }) => (
            <li key={`${row} ${column}`}>
              第{row + 1}行 {sheet.columns[column]?.label}：{message}
            </li>
          ))}
        </ul>
      )}
      {grows ? (
        <p>
          <Button
            size="small"
            icon="plus"
            onPress={() => onStep({ do: 'add-row', sheet: sheet.id, row: sheet.rows.length })}
          >
            在末尾加一行
          </Button>
        </p>
      ) : null}
    </>
  );
};

/** Cells keep what is being typed to themselves and hand it on when one leaves them. */
const Typed = ({
  kind,
  text,
  label,
  row,
  column,
  fault,
  mark,
  onType,
}: {
  readonly kind: CellKind;
  readonly text: string;
  readonly label: string;
  readonly row: number;
  readonly column: number;
  readonly fault: UnsoundCell | undefined;
  readonly mark: CellMark | undefined;
  readonly onType: (text: string) => void;
}) => {
  const shared = {
    'aria-label': label,
    'data-row': row,
    'data-column': column,
    defaultValue: text,
    maxLength: kind === 'long' ? 20_000 : 300,
    ...(fault === undefined ? {} : { 'aria-invalid': true, title: fault.message }),
    ...(mark === undefined ? {} : { 'aria-description': mark.text }),
    onBlur: (e: { readonly currentTarget: { readonly value: string } }) => {
      if (e.currentTarget.value.trim() !== text) onType(e.currentTarget.value);
    },
  };
  return kind === 'long' ? (
    <textarea {...shared} className="sheet-input sheet-long" rows={2} />
  ) : (
    <input
      {...shared}
      className={cx('sheet-input', kind === 'figure' && 'number')}
      inputMode={kind === 'figure' ? 'decimal' : 'text'}
      spellCheck={false}
      autoComplete="off"
    />
  );
};

const cellOf = (frame: HTMLElement | null, row: number, column: number): HTMLElement | null =>
  frame?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null;
