/** Anything that survives a round trip through JSON; the only data that crosses a room's wall. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** A bilingual text: Chinese first, English only where foreigners read it. */
export interface Text {
  readonly zh: string;
  readonly en?: string;
}
