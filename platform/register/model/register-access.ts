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

/** What an actor may do with a register, as lists and single rows ask for it. */
export interface RegisterReach {
  /** True = every row of the office. */
  readonly all: boolean;
  /** Organisations whose rows are seen, those below included. */
  readonly seen: readonly string[];
  /** Organisations whose rows are kept, those below included. */
  readonly kept: readonly string[];
  /** What the actor sees unmasked of rows that are only read. */
  readonly clearance: Sensitivity;
}

const NOTHING: RegisterReach = { all: false, seen: [], kept: [], clearance: 'open' };
const RANK: Readonly<Record<Sensitivity, number>> = { open: 0, personal: 1, sensitive: 2 };

/** Organisations a grant reaches: its own for a post of a unit; a division works for its whole office. */
const reached = ({ role, org }: Grant, tree: OrgTree, all: readonly string[]): readonly string[] => {
  if (HOME_ROLES.includes(role)) return [org];
  const place = tree.get(org);
  const outer = place?.kind === 'division' ? (place.parent ?? org) : org;
  return all.filter((one) => tree.contains(outer, one));
};

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
  const clearance = held
    .map((reader): Sensitivity => reader.clearance ?? 'open')
    .reduce((most, own) => (RANK[own] > RANK[most] ? own : most), 'open');
  return {
    all: held.some(({ rows }) => rows === 'office'),
    seen: [...new Set([...kept, ...held.flatMap(({ roles }) => orgsOf(actor, roles, tree, orgs))])],
    kept,
    clearance,
  };
};

/** Whether a row of an organisation is seen at all. */
export const seesRow = (reach: RegisterReach, org: string): boolean => reach.all || reach.seen.includes(org);

/** Whether the actor keeps rows of an organisation. */
export const keepsRow = (reach: RegisterReach, org: string): boolean => reach.kept.includes(org);

/** How private a value of a row the actor sees unmasked: its keepers everything. */
export const rowClearance = (reach: RegisterReach, org: string): Sensitivity =>
  keepsRow(reach, org) ? 'sensitive' : reach.clearance;

/** Whether the actor has anything to do with a register. */
export const mayOpenRegister = (reach: RegisterReach): boolean => reach.all || reach.seen.length > 0;
