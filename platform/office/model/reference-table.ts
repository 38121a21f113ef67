import type { Json } from '@zhitongche/base';

/** A row of a reference table, as facts hand it to checks. */
export type ReferenceRow = Readonly<Record<string, Json | undefined>>;

/** A reference table with where it comes from and what about it still wants confirming. */
export interface ReferenceTable {
  /** Name services ask for. */
  readonly name: string;
  readonly title: string;
  readonly source: string;
  /** First day the table may be applied to; rows may carry their own dates besides. */
  readonly validFrom: string;
  readonly unconfirmed?: string;
  readonly rows: readonly ReferenceRow[];
}
