import type { Draws, Json } from '@zhitongche/base';

/** Outside knowledge a check may read; the browser gets the same rows as the server. */
export interface Facts {
  /** Rows of a reference table in force on the case's day, e.g. `per-diem`, `visa-exemptions`, `exchange-rates`, `countries`. */
  table(name: string): readonly Readonly<Record<string, Json | undefined>>[];
  /** Answer of a declared lookup, or undefined while it is not (yet) known. */
  lookup(name: string): Json | undefined;
  /** Whether the faces of the office's papers can draw a character: what they cannot is refused while it is typed. */
  readonly draws: Draws;
}

/** What reading an answer may know besides it. */
export interface ReadContext {
  /** Calendar day in Asia/Shanghai. */
  readonly today: string;
  readonly facts: Facts;
}
