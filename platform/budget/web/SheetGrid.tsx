import { type Disclosure, type Sheet, type CellRef, type UnsoundCell, sheetsOf } from '@zhitongche/budget';
import { useMemo } from 'react';
import { IconButton } from '@zhitongche/ui';
import type { CorrectionStep } from './correction.ts';
import type { BeforeRows, CellMarks } from './sheet-marks.ts';
import { SheetTable } from './SheetTable.tsx';
import './SheetGrid.css';

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
  readonly spot: CellRef | null;
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
        <SheetTable
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
