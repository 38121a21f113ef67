/** Where one strand of a case stands. */
export interface Strand {
  /** Key of its state in the definition. */
  readonly state: string;
  /** The day it came to be so, as whoever moved it said. */
  readonly on: string;
  readonly at: string;
  /** Who moved it. */
  readonly by: string;
  readonly note?: string;
  /** Day its state is to be left by, where that has days. */
  readonly due?: string;
  readonly provisional?: true;
  /** Past its day, and said so. */
  readonly late?: true;
  /** No longer among what the case is about, since it was corrected. */
  readonly gone?: true;
}

/** Strands of a case by their kind and id. */
export type Strands = Readonly<Record<string, Readonly<Record<string, Strand>>>>;

/** How strands came to stand: opened with the case, or moved by an act. */
export interface StrandsMoved {
  readonly strands: string;
  readonly ids: readonly string[];
  readonly to: string;
  readonly on: string;
  readonly note?: string;
  readonly due?: string;
  readonly provisional?: true;
}
