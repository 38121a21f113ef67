/** Anything that survives a round trip through JSON; the only data that crosses a room's wall. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** A JSON object, whose members may be absent. */
export type JsonObject = { readonly [key: string]: Json | undefined };

/** True for an object of JSON: no list, no null. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A bilingual text: Chinese first, English only where foreigners read it. */
export interface Text {
  readonly zh: string;
  readonly en?: string;
}
