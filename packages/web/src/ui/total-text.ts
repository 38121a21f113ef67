import { TOTAL_MOST } from '@zhitongche/contract/total-most.ts';

/** How many rows a list has, as told; lists count only so far. */
export const totalText = (total: number): string => (total > TOTAL_MOST ? `${TOTAL_MOST}+` : String(total));
