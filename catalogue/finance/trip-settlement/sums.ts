import { decimalOf, decimalText, total, ZERO } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';

/** Sum of the yuan of some lines of a settlement, two places. */
export const sumOf = (lines: readonly Answers[]): string =>
  decimalText(total(lines.map(({ cny }) => decimalOf(cny) ?? ZERO)));
