/** What the address of the audit page says is looked for. */
export interface AuditSearch {
  readonly q?: string;
  readonly action?: string;
  readonly from?: string;
  readonly until?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the address; what makes no sense is left out. */
export const readAuditSearch = (raw: Readonly<Record<string, unknown>>): AuditSearch => {
  const text = (key: string, most: number): string | undefined => {
    const value = raw[key];
    return (typeof value === 'string' || typeof value === 'number') && value !== ''
      ? String(value).slice(0, most)
      : undefined;
  };
  const day = (key: string): string | undefined => {
    const value = text(key, 10);
    return value !== undefined && DAY.test(value) ? value : undefined;
  };
  const q = text('q', 100);
  const action = text('action', 64);
  const from = day('from');
  const until = day('until');
  return { ...(q && { q }), ...(action && { action }), ...(from && { from }), ...(until && { until }) };
};
