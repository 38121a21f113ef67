/** What the list of my cases shows. */
export interface CaseListSearch {
  readonly q?: string;
  readonly status?: string;
}

const text = (value: unknown, most: number): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, most) : undefined;

/** Reads the address; what it does not understand is left out. */
export const readCaseListSearch = (raw: Record<string, unknown>): CaseListSearch => {
  const q = text(raw['q'], 100);
  const status = text(raw['status'], 30);
  return { ...(q ? { q } : {}), ...(status ? { status } : {}) };
};
