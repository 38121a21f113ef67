/** How a case ended. */
export type CaseOutcome = 'completed' | 'refused' | 'cancelled';

/** One end of a link as a case knows it. */
export interface CaseLink {
  /** The same at both ends. */
  readonly link: string;
  /** Key of the kind in the service at the `from` end. */
  readonly kind: string;
  /** Which end this case is. */
  readonly side: 'from' | 'to';
  /** The case at the other end. */
  readonly case: string;
  /** The `from` end is told when the other ends. */
  readonly awaited?: true;
  /** How the other case ended, at an end that waits for it. */
  readonly outcome?: CaseOutcome;
  /** Taken away by hand. */
  readonly ended?: true;
}
