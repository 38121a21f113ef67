import type { Db } from '@zhitongche/host';
import type { Captured } from './capture.ts';

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Node[];
}

/** A place where a plan reads a table. */
export interface Reading {
  readonly table: string;
  /** The node as EXPLAIN calls it, with the index it goes by. */
  readonly by: string;
}

/** Where the plans of some statements read tables, each way once: with the values sent and, if prepared, also without. */
export async function readings(owner: Db, sent: readonly Captured[]): Promise<readonly Reading[]> {
  const found = new Map<string, Reading>();
  for (const { text, values, prepared } of sent) {
    if (!/^\s*(select|with)\b/i.test(text)) continue;
    const plans = [
      await owner.query<{ 'QUERY PLAN': { Plan: Node }[] }>(`explain (format json) ${text}`, values),
      ...(prepared
        ? [
            await owner.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
              `explain (format json, generic_plan) ${text}`,
            ),
          ]
        : []),
    ];
    for (const [row] of plans)
      for (const plan of row?.['QUERY PLAN'] ?? []) collect(plan.Plan, undefined, found);
  }
  return [...found.values()].sort((a, b) => a.table.localeCompare(b.table));
}

/** A bitmap's indexes stand below the table they lead to. */
function collect(node: Node, above: string | undefined, found: Map<string, Reading>): void {
  const table = node['Relation Name'] ?? above;
  const index = node['Index Name'];
  if (table !== undefined && node['Node Type'] !== 'Bitmap Heap Scan' && (index ?? node['Relation Name'])) {
    const by = index === undefined ? node['Node Type'] : `${node['Node Type']} ${index}`;
    found.set(`${table} ${by}`, { table, by });
  }
  for (const part of node.Plans ?? []) collect(part, table, found);
}
