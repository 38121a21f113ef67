import type { Draws } from '@zhitongche/kernel';

/** What the papers of this process can draw. */
export interface Glyphs {
  /** As the browser gets it, see `packRanges`. */
  readonly ranges: string;
  readonly draws: Draws;
}
