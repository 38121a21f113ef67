import type { TotalShape } from '@zhitongche/contract';

/** How many rows a list has, as told; lists count only so far. */
export const totalText = ({ n, more }: TotalShape): string => (more ? `${n}+` : String(n));
