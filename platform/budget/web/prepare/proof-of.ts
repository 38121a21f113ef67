import {
  type Disclosure,
  type CellRef,
  type UnsoundCell,
  unsoundCells,
  type CategorySum,
  categorySums,
  type TargetRemark,
  targetRemarks,
  type Check,
  reconcile,
} from '@zhitongche/budget';
import type { CellMarks } from '../sheet-marks.ts';

/** Everything said about a draft while it is typed. */
export interface DraftProof {
  readonly unsound: readonly UnsoundCell[];
  /** Checks that do not hold; null while a cell is no number, for then nothing can be added up. */
  readonly wrong: readonly Check[] | null;
  readonly remarks: readonly TargetRemark[];
  readonly sums: readonly CategorySum[];
  readonly marks: CellMarks;
}

/** The proof of a draft: sound cells, sums that hold, targets worth a look. */
export function proofOf(model: Disclosure): DraftProof {
  const unsound = unsoundCells(model);
  if (unsound.length > 0) return { unsound, wrong: null, remarks: [], sums: [], marks: new Map() };
  const wrong = reconcile(model).checks.filter(({ verdict }) => verdict === 'does-not-hold');
  const remarks = targetRemarks(model);
  const marks = new Map<string, { tone: 'wrong' | 'hint'; text: string }>();
  const key = ({ sheet, row, column }: CellRef): string => `${sheet} ${row} ${column}`;
  for (const { spot, message } of remarks) marks.set(key(spot), { tone: 'hint', text: message });
  for (const check of wrong) {
    // A sum of many cells is wrong at the cell that prints it; where both sides are many, at all of them.
    const [left, right] = [check.left.cells, check.right.cells];
    const cells = left.length === 1 ? left : right.length === 1 ? right : [...left, ...right];
    for (const { spot } of cells) if (spot) marks.set(key(spot), { tone: 'wrong', text: sentenceOf(check) });
  }
  return { unsound, wrong, remarks, sums: categorySums(model), marks };
}

/** A failing check in one sentence with both sides. */
export const sentenceOf = ({ title, left, right, difference }: Check): string =>
  `${title}：${left.value ?? '空白'} 与 ${right.value ?? '空白'}，差 ${difference ?? ''}`;

/** The cell to mend first: the printed sum, else the first cell of either side. */
export const spotOf = ({ left, right }: Check): CellRef | null => {
  const cells = left.cells.length === 1 ? [...left.cells, ...right.cells] : [...right.cells, ...left.cells];
  return cells.find(({ spot }) => spot !== undefined)?.spot ?? null;
};
