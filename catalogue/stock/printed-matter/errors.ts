import type { Answers } from '@zhitongche/form';

/** Errors found in ten thousand characters of the copies that were checked; 0 while nothing was. */
export const perTenThousand = ({ errors, checked, words }: Answers): number =>
  typeof errors === 'number' &&
  typeof checked === 'number' &&
  typeof words === 'number' &&
  checked * words > 0
    ? (errors * 10_000) / (checked * words)
    : 0;
