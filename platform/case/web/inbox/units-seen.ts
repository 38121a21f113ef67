import type { CaseRow } from '@zhitongche/contract';

/** A filing unit one can narrow the list to. */
export interface Unit {
  readonly id: string;
  readonly name: string;
}

/** The units met so far and those of the rows, by name; the very same list when the rows bring no new one. */
export const unitsSeen = (
  before: readonly Unit[],
  rows: readonly Pick<CaseRow, 'unit' | 'unitId'>[],
): readonly Unit[] => {
  const units = new Map(before.map((unit) => [unit.id, unit]));
  for (const row of rows) {
    // Lists kept on a device by an earlier version name the unit without its id.
    if (typeof row.unitId === 'string' && !units.has(row.unitId))
      units.set(row.unitId, { id: row.unitId, name: row.unit });
  }
  return units.size === before.length
    ? before
    : [...units.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
};
