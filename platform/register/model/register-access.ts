import {
  type Actor,
  type Grant,
  HOME_ROLES,
  type OrgTree,
  type Role,
  type Sensitivity,
} from '@zhitongche/access';
import { isAdmin } from '@zhitongche/case';
import type { RegisterKind } from './kind.ts';
import { accountOf } from './roster.ts';
import type { KeptRow } from './row.ts';

/** What an actor may do with a register, as lists and single rows ask for it. */
export interface RegisterReach {
  /** True = every row of the office. */
  readonly all: boolean;
  /** Organisations whose rows are seen, those below included. */
  readonly seen: readonly string[];
  /** Organisations whose rows are kept, those below included. */
  readonly kept: readonly string[];
  /** What the actor sees unmasked of every row that is seen. */
  readonly clearance: Sensitivity;
  /** What is seen unmasked beyond it, by organisation. */
  readonly cleared: Readonly<Record<string, Sensitivity>>;
}

const NOTHING: RegisterReach = { all: false, seen: [], kept: [], clearance: 'open', cleared: {} };
const RANK: Readonly<Record<Sensitivity, number>> = { open: 0, personal: 1, sensitive: 2 };

/** Organisations a grant reaches: its own for a post of a unit; a division works for its whole office. */
const reached = ({ role, org }: Grant, tree: OrgTree, all: readonly string[]): readonly string[] => {
  if (HOME_ROLES.includes(role)) return [org];
  const place = tree.get(org);
  const outer = place?.kind === 'division' ? (place.parent ?? org) : org;
  return all.filter((one) => tree.contains(outer, one));
};

const more = (one: Sensitivity, other: Sensitivity): Sensitivity => (RANK[other] > RANK[one] ? other : one);

const orgsOf = (
  actor: Pick<Actor, 'grants'>,
  roles: readonly Role[],
  tree: OrgTree,
  orgs: readonly string[],
): readonly string[] => [
  ...new Set(
    actor.grants.filter(({ role }) => roles.includes(role)).flatMap((grant) => reached(grant, tree, orgs)),
  ),
];

/** What the actor sees and keeps of a register; the three administrators see none. */
export const registerReach = (
  kind: Pick<RegisterKind, 'readers' | 'keepers'>,
  actor: Pick<Actor, 'grants'>,
  tree: OrgTree,
  orgs: readonly string[],
): RegisterReach => {
  if (isAdmin(actor)) return NOTHING;
  const held = kind.readers.filter(({ roles }) => actor.grants.some(({ role }) => roles.includes(role)));
  const kept = orgsOf(actor, kind.keepers, tree, orgs);
  const everywhere = held.filter(({ rows }) => rows === 'office');
  const cleared: Record<string, Sensitivity> = {};
  // What somebody sees unmasked by a post in one organisation is not seen so in another he reads by another post.
  for (const { roles, rows, clearance = 'open' } of held)
    if (rows === 'reach')
      for (const org of orgsOf(actor, roles, tree, orgs))
        cleared[org] = more(cleared[org] ?? 'open', clearance);
  return {
    all: everywhere.length > 0,
    seen: [...new Set([...kept, ...held.flatMap(({ roles }) => orgsOf(actor, roles, tree, orgs))])],
    kept,
    clearance: everywhere.reduce<Sensitivity>(
      (most, reader) => more(most, reader.clearance ?? 'open'),
      'open',
    ),
    cleared,
  };
};

/** Whether a row of an organisation is seen at all. */
export const seesRow = (reach: RegisterReach, org: string): boolean => reach.all || reach.seen.includes(org);

/** Whether the actor keeps rows of an organisation. */
export const keepsRow = (reach: RegisterReach, org: string): boolean => reach.kept.includes(org);

/** How private a value of a row the actor sees unmasked: its keepers everything. */
export const rowClearance = (reach: RegisterReach, org: string): Sensitivity =>
  keepsRow(reach, org) ? 'sensitive' : more(reach.clearance, reach.cleared[org] ?? 'open');

/** Whether the actor holds one of the roles a move names, where it reaches the row. */
export const takesMove = (
  actor: Pick<Actor, 'grants'>,
  roles: readonly Role[],
  tree: OrgTree,
  org: string,
): boolean => !isAdmin(actor) && orgsOf(actor, roles, tree, [org]).includes(org);

/** Whether the actor has anything to do with a register. */
export const mayOpenRegister = (reach: RegisterReach): boolean => reach.all || reach.seen.length > 0;

/** Whether the actor is who a field of the row picks: the person whose turn it is. */
export const isTurnOf = (row: Pick<KeptRow, 'answers'>, field: string, { id }: Pick<Actor, 'id'>): boolean =>
  accountOf(row.answers, field) === id;
