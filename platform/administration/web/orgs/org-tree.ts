import type { Reply } from '@zhitongche/contract/web';

/** An organisation as the administration lists it. */
export type OrgRow = Reply<'orgs'>[number];

/** An organisation with its place in the tree. */
export interface OrgNode {
  readonly org: OrgRow;
  readonly depth: number;
  /** Active accounts here and below. */
  readonly peopleBelow: number;
  readonly children: number;
}

/** What organisations are called. */
export const ORG_KINDS: Readonly<Record<string, string>> = {
  office: '省级外办',
  division: '处室',
  'city-office': '市外办',
  unit: '单位',
  enterprise: '企业',
};

/** The tree laid out line by line, parents before children, the office's own divisions first; a lost child stands at the root. */
export const layOutOrgs = (orgs: readonly OrgRow[]): readonly OrgNode[] => {
  const known = new Set(orgs.map((o) => o.id));
  const below = new Map<string | null, OrgRow[]>();
  for (const org of orgs) {
    const parent = org.parent !== null && known.has(org.parent) ? org.parent : null;
    below.set(parent, [...(below.get(parent) ?? []), org]);
  }
  const order = ['office', 'division', 'city-office', 'unit', 'enterprise'];
  const walk = (parent: string | null, depth: number): readonly OrgNode[] =>
    (below.get(parent) ?? [])
      .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
      .flatMap((org) => {
        const inside = walk(org.id, depth + 1);
        const own = inside.filter((n) => n.depth === depth + 1);
        const peopleBelow = org.people + own.reduce((sum, n) => sum + n.peopleBelow, 0);
        return [{ org, depth, peopleBelow, children: own.length }, ...inside];
      });
  return walk(null, 0);
};

/** Lines to show when some branches are folded; a search opens everything that leads to a hit. */
export const visibleOrgs = (
  nodes: readonly OrgNode[],
  folded: ReadonlySet<string>,
  q: string,
): readonly OrgNode[] => {
  const words = q.trim();
  if (words !== '') {
    const keep = new Set<string>();
    const byId = new Map(nodes.map((n) => [n.org.id, n.org]));
    for (const { org } of nodes) {
      if (!org.name.includes(words) && org.code !== words) continue;
      for (
        let at: OrgRow | undefined = org;
        at && !keep.has(at.id);
        at = at.parent === null ? undefined : byId.get(at.parent)
      )
        keep.add(at.id);
    }
    return nodes.filter((n) => keep.has(n.org.id));
  }
  let hiddenBelow = Number.POSITIVE_INFINITY;
  return nodes.filter((n) => {
    if (n.depth > hiddenBelow) return false;
    hiddenBelow = folded.has(n.org.id) ? n.depth : Number.POSITIVE_INFINITY;
    return true;
  });
};
