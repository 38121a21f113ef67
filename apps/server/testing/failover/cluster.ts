/** Ways a primary is lost. */
export type Loss = 'kill' | 'cut' | 'freeze' | 'demote';

/** What one loss was like. */
export interface Lost {
  /** Connections whose last answer was kept from the client: for them the outcome was unknown. */
  readonly unheard: number;
}

/** A primary and its replica behind one address. */
export interface Cluster {
  /** Leads to whichever of the two is the primary. */
  readonly url: string;
  /** Loses the primary; resolves when the address leads to the promoted replica. */
  lose(how: Loss): Promise<Lost>;
  /** Builds a new replica and waits until nothing is acknowledged that is not on it. */
  heal(): Promise<void>;
  close(): Promise<void>;
}
