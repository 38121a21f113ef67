/** What a player does, as the audit calls it: whoever compares the two asks for exactly these. */
export const DEEDS = ['case.create', 'case.submit', 'case.agree', 'case.filed', 'case.accept'] as const;

/** An act whose answer said that it was done. */
export interface Deed {
  readonly username: string;
  readonly caseId: string;
  readonly action: (typeof DEEDS)[number];
}

/** What the clients were told: the other half of every check. */
export interface Ledger {
  readonly deeds: Deed[];
  /** Uploads acknowledged: id and digest. */
  readonly files: { readonly id: string; readonly digest: string }[];
  /** Cases whose last approval was acknowledged. */
  readonly approved: string[];
  /** Requests that had to be sent again under their key because no answer came, or one of no use. */
  repeated: number;
  /** Answers to requests that never should have been refused. */
  readonly surprises: string[];
}

/** An empty ledger. */
export const newLedger = (): Ledger => ({ deeds: [], files: [], approved: [], repeated: 0, surprises: [] });
