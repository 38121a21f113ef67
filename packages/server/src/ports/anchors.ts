/** What stands outside the database of one seal, of a record that ends earlier on purpose (a restore), or that adoption has begun. */
export interface Anchor {
  readonly kind: 'seal' | 'ends' | 'adoption';
  readonly office: string;
  readonly seq: number;
  readonly digest: string;
  /** ISO instant, UTC. */
  readonly at: string;
}

/** Where seals are anchored outside of the database. */
export interface Anchors {
  /** Writes a line to the node's file, to the log and to where the office wants it; a failure is told and lets the program go on. */
  keep(anchor: Anchor): Promise<void>;
  /** Every anchor in the data directory and in further files. */
  read(files: readonly string[]): Promise<readonly Anchor[]>;
}
