import type { Sheet, CellRef, UnsoundCell } from '@zhitongche/budget';
import { Button, IconButton } from '@zhitongche/ui';
import type { CorrectionStep } from './correction.ts';
import { type Before, beforeText, type CellMarks } from './sheet-marks.ts';
import { SheetCell } from './SheetCell.tsx';
import { useSheetKeys } from './use-sheet-keys.ts';

/** One sheet as a table to type into: arrow keys and Enter move, a block from a spreadsheet is laid in, rows come and go. */
export const SheetTable = ({
  sheet,
  spot,
  unsound,
  mine,
  marks,
  before,
  onStep,
}: {
  readonly sheet: Sheet;
  readonly spot: CellRef | null;
  readonly unsound: readonly UnsoundCell[];
  readonly mine: boolean;
  readonly marks: CellMarks | undefined;
  readonly before: Before | undefined;
  readonly onStep: (step: CorrectionStep) => void;
}) => {
  const { frame, hears } = useSheetKeys(sheet, spot, mine, onStep);
  const wrong = new Map(unsound.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const grows = mine && sheet.growable;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys move between its cells */}
      <section className="sheet-frame" ref={frame} aria-label={sheet.title} tabIndex={0} {...hears}>
        <table className="sheet">
          <SheetHead sheet={sheet} grows={grows} />
          <tbody>
            {sheet.rows.map((cells, row) => (
              <tr key={row}>
                {sheet.columns.map((column, at) => {
                  const text = cells[at] ?? '';
                  const was = column.kind === 'figure' ? beforeText(before, row, at, text) : null;
                  return (
                    <SheetCell
                      key={column.key}
                      column={column}
                      row={row}
                      at={at}
                      text={text}
                      mine={mine}
                      fault={wrong.get(`${row} ${at}`)}
                      mark={marks?.get(`${sheet.id} ${row} ${at}`)}
                      was={was === null ? null : `${before?.label ?? ''} ${was}`}
                      onType={(next) => onStep({ do: 'type', sheet: sheet.id, row, column: at, text: next })}
                    />
                  );
                })}
                {grows ? <RowActs sheet={sheet.id} row={row} onStep={onStep} /> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {sheet.rows.length === 0 ? <p className="soft">空表。</p> : null}
      <SheetFaults sheet={sheet} unsound={unsound} />
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

const SheetHead = ({ sheet, grows }: { readonly sheet: Sheet; readonly grows: boolean }) => (
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
);

const RowActs = ({
  sheet,
  row,
  onStep,
}: {
  readonly sheet: string;
  readonly row: number;
  readonly onStep: (step: CorrectionStep) => void;
}) => (
  <td className="sheet-acts">
    <IconButton
      size="small"
      icon="plus"
      label={`在第${row + 1}行前插入一行`}
      onPress={() => onStep({ do: 'add-row', sheet, row })}
    />
    <IconButton
      size="small"
      icon="trash"
      label={`删除第${row + 1}行`}
      onPress={() => onStep({ do: 'remove-row', sheet, row })}
    />
  </td>
);

const SheetFaults = ({
  sheet,
  unsound,
}: {
  readonly sheet: Sheet;
  readonly unsound: readonly UnsoundCell[];
}) =>
  unsound.length === 0 ? null : (
    <ul className="sheet-faults" aria-live="polite">
      {unsound.map(({ row, column, message }) => (
        <li key={`${row} ${column}`}>
          第{row + 1}行 {sheet.columns[column]?.label}：{message}
        </li>
      ))}
    </ul>
  );
