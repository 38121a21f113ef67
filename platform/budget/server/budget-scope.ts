import type { Grant, OrgTree, Role } from '@zhitongche/access';
import { type OfficeActor, type App, forbidden } from '@zhitongche/core/server';

/** Roles that read budgets; the same as the contract's. */
const READERS: readonly Role[] = [
  'finance-officer',
  'countersigner',
  'division-head',
  'deputy-director',
  'director',
];

/** Which budgets somebody deals with. */
export interface BudgetScope {
  /** The office or city office whose budgets the actor writes; null = none. */
  readonly writes: string | null;
  /** Offices whose budgets, and those of the offices below, the actor reads. */
  readonly reads: readonly string[];
}

/** A finance officer writes for the office served in; readers see their own office's budgets and those of the offices below. */
export async function budgetScope(app: App, actor: OfficeActor): Promise<BudgetScope> {
  const { tree, orgs } = await app.offices.get(actor.office);
  const grants = [...actor.grants, ...actor.standsInFor.flatMap((person) => person.grants)];
  const officesOf = (roles: readonly Role[]): readonly string[] => [
    ...new Set(
      grants.flatMap((grant: Grant) =>
        roles.includes(grant.role) ? (officeAbove(tree, grant.org) ?? []) : [],
      ),
    ),
  ];
  const above = officesOf(READERS);
  return {
    writes: officesOf(['finance-officer'])[0] ?? null,
    reads: orgs.flatMap(({ id }) => (above.some((office) => tree.contains(office, id)) ? [id] : [])),
  };
}

/**
 * The office the actor writes budgets for.
 * @throws ProblemError: `access.denied`.
 */
export async function writingOffice(app: App, actor: OfficeActor): Promise<string> {
  const { writes } = await budgetScope(app, actor);
  if (writes === null) throw forbidden();
  return writes;
}

/** The organisation itself or the nearest above it that is an office or a city office. */
function officeAbove(tree: OrgTree, org: string): string | undefined {
  const seen = new Set<string>();
  for (
    let at = tree.get(org);
    at && !seen.has(at.id);
    at = at.parent === null ? undefined : tree.get(at.parent)
  ) {
    if (at.kind === 'office' || at.kind === 'city-office') return at.id;
    seen.add(at.id);
  }
  return undefined;
}
