import type { Json } from '@zhitongche/base';

/** What rows can have done to them, wherever they are shown. */
export interface RowActs {
  readonly open: (row: number) => void;
  readonly duplicate: (row: number) => void;
  readonly remove: (row: number) => void;
  readonly shift: (row: number, by: -1 | 1) => void;
  readonly set: (row: number, column: string, value: Json | undefined) => void;
  readonly paste: (row: number, column: number, text: string) => void;
}
