import { daysInclusive } from '@zhitongche/base';

/** Days abroad from exit to entry, both counted; undefined when either is missing or the entry comes first. */
export const daysAbroad = (exit: string | undefined, entry: string | undefined): number | undefined => {
  if (!exit || !entry) return undefined;
  const days = daysInclusive(exit, entry);
  return days >= 1 ? days : undefined;
};
