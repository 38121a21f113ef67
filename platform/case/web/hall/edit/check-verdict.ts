/** What the last page before handing in says of the whole. */
export type CheckVerdict = 'refused' | 'stops' | 'left' | 'asking' | 'passed';

/** The gravest thing to say; that all is well only once the registers have answered. */
export const checkVerdict = (found: {
  /** Problems the server refused it with. */
  readonly refused: number;
  readonly stops: number;
  /** Corrections asked for that nothing was done about. */
  readonly left: number;
  /** Whether the registers have answered about these very answers. */
  readonly answered: boolean;
}): CheckVerdict => {
  if (found.refused > 0) return 'refused';
  if (found.stops > 0) return 'stops';
  if (found.left > 0) return 'left';
  return found.answered ? 'passed' : 'asking';
};
