import type { Json } from '@zhitongche/base';

/** What a hand types for an answer of one value. */
export const typed = (value: Json): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : '';
