import type { CellKind, Sheet, UnsoundCell } from '@zhitongche/budget';
import { amountText, cx } from '@zhitongche/ui';
import type { CellMark } from './sheet-marks.ts';

/** One cell of a sheet: typed into where it is mine, read where it is not; below it what it held before. */
export const SheetCell = ({
  column,
  row,
  at,
  text,
  mine,
  fault,
  mark,
  was,
  onType,
}: {
  readonly column: Sheet['columns'][number];
  readonly row: number;
  /** Place of the column. */
  readonly at: number;
  readonly text: string;
  readonly mine: boolean;
  readonly fault: UnsoundCell | undefined;
  readonly mark: CellMark | undefined;
  /** What it was and since when, in words; null = the same. */
  readonly was: string | null;
  readonly onType: (text: string) => void;
}) => (
  <td className={cx(column.kind === 'figure' && 'number', mark && `sheet-${mark.tone}`)} title={mark?.text}>
    {!mine || column.fixed ? (
      <span data-row={row} data-column={at} tabIndex={-1} className="sheet-fixed">
        {column.kind === 'figure' ? amountText(text) : text}
      </span>
    ) : (
      <Typed
        key={text}
        kind={column.kind}
        text={text}
        label={`第${row + 1}行 ${column.label}`}
        row={row}
        column={at}
        fault={fault}
        mark={mark}
        onType={onType}
      />
    )}
    {was === null ? null : <span className="sheet-before">{was}</span>}
  </td>
);

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
