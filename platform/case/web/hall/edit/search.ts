/** Which part of a form is open: a section's key, or `check` for the summary before submission. */
export interface EditSearch {
  readonly s?: string;
  /** The place to go to on arrival: `members.2.citizenId`. */
  readonly at?: string;
}

/** Reads the address; anything else counts as the first section. */
export const readEditSearch = (raw: Record<string, unknown>): EditSearch => {
  const { s, at } = raw;
  return {
    ...(typeof s === 'string' && /^[\w-]{1,64}$/.test(s) ? { s } : {}),
    ...(typeof at === 'string' && /^[\w.-]{1,128}$/.test(at) ? { at } : {}),
  };
};
