import { Decimal } from 'decimal.js';
import { type Gaps, touched } from './gaps.ts';
import type { Figure } from '../money/figure.ts';

/** Outcome of one arithmetic rule on one spot. */
export type Verdict = 'holds' | 'rounding' | 'does-not-hold' | 'cannot-be-checked';

/** A printed figure that takes part in a check: table, row, column, and what is printed there. */
export interface Cell {
  /** Table id, "project:<no>" for a goal form, "narrative" for the text. */
  readonly owner: string;
  readonly where: string;
  /** The same place as a cell of a sheet; absent where the figure stands in running text. */
  readonly spot?: CellRef;
  readonly figure: Figure;
}

/** A cell by the sheet, row and column that `sheetsOf` gives it. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** One side of a check: its cells and their value in 万元; null when nothing is printed there. */
export interface Side {
  readonly label: string;
  readonly cells: readonly Cell[];
  readonly value: string | null;
}

/** The result of one rule on one spot. Nothing printed is ever changed by it. */
export interface Check {
  readonly rule: string;
  readonly title: string;
  readonly relation: '=' | '≤';
  readonly left: Side;
  readonly right: Side;
  /** Left minus right in 万元, null when it cannot be computed. */
  readonly difference: string | null;
  readonly tolerance: string;
  readonly verdict: Verdict;
  /** Why it cannot be checked, or what the reader should know. */
  readonly note: string | null;
}

/** Adds up cells into a side; `factor` turns the printed unit into 万元. */
export function side(label: string, cells: readonly Cell[], factor: Decimal.Value = 1): Side {
  const printed = cells.flatMap((cell) => (cell.figure === null ? [] : [cell.figure]));
  const value =
    printed.length === 0
      ? null
      : Decimal.sum(0, ...printed)
          .times(factor)
          .toFixed();
  return { label, cells, value };
}

/** What a check compares. */
export interface Claim {
  readonly rule: string;
  readonly title: string;
  readonly left: Side;
  readonly right: Side;
  readonly relation?: '=' | '≤';
  readonly tolerance: Decimal.Value;
  readonly note?: string;
}

/**
 * Judges a claim. Both sides blank hold; a blank against a figure counts as nothing printed. Where something a side is
 * made of was not read (`gaps`), a difference proves nothing and the claim cannot be checked.
 */
export function judge(claim: Claim, gaps: Gaps): Check {
  const relation = claim.relation ?? '=';
  const left = new Decimal(claim.left.value ?? 0);
  const right = new Decimal(claim.right.value ?? 0);
  const difference = left.minus(right);
  const apart = relation === '≤' ? Decimal.max(difference, 0) : difference.abs();
  const failed = apart.gt(claim.tolerance);
  const verdict: Verdict = apart.isZero()
    ? 'holds'
    : !failed
      ? 'rounding'
      : touched([...claim.left.cells, ...claim.right.cells], gaps)
        ? 'cannot-be-checked'
        : 'does-not-hold';
  return {
    rule: claim.rule,
    title: claim.title,
    relation,
    left: claim.left,
    right: claim.right,
    difference: difference.toFixed(),
    tolerance: new Decimal(claim.tolerance).toFixed(),
    verdict,
    note: verdict === 'cannot-be-checked' ? '涉及的表有未读入的内容，补填后再核对。' : (claim.note ?? null),
  };
}

/** A check that cannot be made, with the reason. */
export function unchecked(rule: string, title: string, note: string, left?: Side, right?: Side): Check {
  const nothing: Side = { label: '', cells: [], value: null };
  return {
    rule,
    title,
    relation: '=',
    left: left ?? nothing,
    right: right ?? nothing,
    difference: null,
    tolerance: '0',
    verdict: 'cannot-be-checked',
    note,
  };
}
