import type { Draws, Json } from '@zhitongche/base';
import type { Picked } from './field.ts';

/** Finds what a pick names among the things of one kind. */
export type PickResolver = (
  from: string,
  given: { readonly id: string } | { readonly title: string },
) => Picked | undefined;

/** Outside knowledge a check may read; the browser gets the same rows as the server. */
export interface Facts {
  /** Rows of a reference table in force on the case's day, e.g. `per-diem`, `visa-exemptions`, `exchange-rates`, `countries`. */
  table(name: string): readonly Readonly<Record<string, Json | undefined>>[];
  /** Answer of a declared lookup, or undefined while it is not (yet) known. */
  lookup(name: string): Json | undefined;
  /** What is on record under an id, or under a name that is one thing's only; absent = nobody knows here, undefined = nothing. */
  readonly pick?: PickResolver;
  /** Whether the faces of the office's papers can draw a character: what they cannot is refused while it is typed. */
  readonly draws: Draws;
}

/** What reading an answer may know besides it. */
export interface ReadContext {
  /** Calendar day in Asia/Shanghai. */
  readonly today: string;
  readonly facts: Facts;
}
