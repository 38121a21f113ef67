/** Widths of the outer panes of a case, in percent of the page; the document has the rest. */
export interface Panes {
  readonly left: number;
  readonly right: number;
}

/** How they stand before anybody moved them, and how far each may go. */
export const PANES: Panes = { left: 34, right: 25 };
/** The narrowest and widest of each. */
export const LIMITS = { left: [22, 50], right: [20, 45] } as const;

const within = (value: unknown, [least, most]: readonly [number, number], otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : otherwise;

/** Reads what a device kept; anything else counts as never moved. */
export const panesIn = (kept: unknown): Panes => {
  const { left, right } = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  return { left: within(left, LIMITS.left, PANES.left), right: within(right, LIMITS.right, PANES.right) };
};
