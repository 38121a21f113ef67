/** What the address of a register says is looked for. */
export interface RegisterSearch {
  readonly q?: string;
  /** First and last day of the rows' own dates. */
  readonly from?: string;
  readonly until?: string;
}

const day = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

/** Reads the address; what makes no sense is left out. A number typed as a search stays text. */
export const readRegisterSearch = (raw: Readonly<Record<string, unknown>>): RegisterSearch => {
  const typed = raw['q'];
  const q = typeof typed === 'string' || typeof typed === 'number' ? String(typed).slice(0, 100) : '';
  const from = day(raw['from']);
  const until = day(raw['until']);
  return { ...(q && { q }), ...(from && { from }), ...(until && { until }) };
};
