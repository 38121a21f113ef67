import {
  ADMIN_ROLES,
  type Actor,
  type Grant,
  HOME_ROLES,
  type Org,
  type OrgTree,
  type Role,
  type Sensitivity,
  roleLabel,
} from '@zhitongche/access';
import type { CaseOrgs } from './event.ts';
import { type Filed, type FiledAt, filedByPerson, filerRoles } from './filer-role.ts';
import type { Problem } from '@zhitongche/base';
import type { CaseState, Seat } from './state.ts';

/** Builds the organisation tree; a parent that is missing or a circle ends the way up, it never loops. */
export const orgTree = (orgs: readonly Org[]): OrgTree => {
  const byId = new Map(orgs.map((org) => [org.id, org]));
  const contains = (outer: string, inner: string): boolean => {
    const seen = new Set<string>();
    let at: string | null | undefined = inner;
    while (at != null && !seen.has(at)) {
      if (at === outer) return byId.has(outer);
      seen.add(at);
      at = byId.get(at)?.parent;
    }
    return false;
  };
  return {
    get: (id) => byId.get(id),
    contains,
    division: (office, code) =>
      orgs.find((org) => org.kind === 'division' && org.code === code && org.parent === office),
  };
};

/** Organisations a case belongs to, found by walking up from the filing unit; undefined when no office is above it. */
export const caseOrgsOf = (
  tree: OrgTree,
  unit: string,
  divisions: readonly Org[] = [],
): CaseOrgs | undefined => {
  const seen = new Set<string>();
  const above = tree.get(tree.get(unit)?.parent ?? '');
  const superior = above && (above.kind === 'unit' || above.kind === 'enterprise') ? above.id : undefined;
  let city: string | undefined;
  for (
    let org = tree.get(unit);
    org && !seen.has(org.id);
    org = org.parent ? tree.get(org.parent) : undefined
  ) {
    seen.add(org.id);
    if (org.kind === 'city-office') city ??= org.id;
    if (org.kind !== 'office') continue;
    const office = org.id;
    const own = divisions.filter((d) => d.kind === 'division' && d.parent === office && d.code !== undefined);
    return {
      office,
      unit,
      ...(city === undefined ? {} : { city }),
      ...(superior === undefined ? {} : { superior }),
      divisions: Object.fromEntries(own.map((d) => [d.code ?? '', d.id])),
    };
  }
  return undefined;
};

const reaches = (grant: Grant, org: string, tree: OrgTree): boolean =>
  HOME_ROLES.includes(grant.role) ? grant.org === org : tree.contains(grant.org, org);

/** True when one of the grants carries the role at that organisation. */
export const holds = (
  who: { readonly grants: readonly Grant[] },
  role: Role,
  org: string,
  tree: OrgTree,
): boolean => who.grants.some((grant) => grant.role === role && reaches(grant, org, tree));

/** True for one of the three administrators, who never see or touch a case. */
export const isAdmin = (who: { readonly grants: readonly Grant[] }): boolean =>
  who.grants.some((grant) => ADMIN_ROLES.includes(grant.role));

/** Grants that must not meet in one person: an administrator's excludes every other role. */
export const conflicts = (grants: readonly Grant[]): readonly Problem[] => {
  const roles = [...new Set(grants.map((grant) => grant.role))];
  const admins = roles.filter((role) => ADMIN_ROLES.includes(role));
  if (admins.length === 0 || roles.length === 1) return [];
  const names = roles.map((role) => roleLabel(role)).join('、');
  return [
    {
      code: 'access.conflict',
      level: 'block',
      at: [],
      message: `${names}不能由同一人担任`,
      en: 'An administrator may hold no other role',
      todo: '请保留其中一项，其余授予他人',
      basis: { title: 'GB/T 22239-2019', article: '8.1.4.2 d 管理用户权限分离' },
    },
  ];
};

/** The cases an actor's lists may draw from, as the store asks for them; a case counts if any part matches. */
export interface Scope {
  /** The actor and those the actor stands in for: cases they filed, sat on, or were copied. */
  readonly persons: readonly string[];
  /** Units whose own cases are seen. */
  readonly units: readonly string[];
  /** Posts at units: of what others file, persons for themselves or units below, only cases that gave the post a seat. */
  readonly posts: readonly Grant[];
  /** City and province offices whose cases, and those of every unit below, are seen once they came out of the unit. */
  readonly offices: readonly string[];
  /** Divisions that see the cases they were given a seat in. */
  readonly divisions: readonly string[];
}

/** What an actor's lists may draw from; nothing for the three administrators. */
export const scopeOf = (actor: Actor, tree: OrgTree): Scope => {
  if (isAdmin(actor)) return { persons: [], units: [], posts: [], offices: [], divisions: [] };
  const grants = [...actor.grants, ...actor.standsInFor.flatMap((person) => person.grants)];
  const at = (wanted: (grant: Grant) => boolean): readonly string[] => [
    ...new Set(grants.filter(wanted).map((grant) => grant.org)),
  ];
  const kind = (grant: Grant) => tree.get(grant.org)?.kind;
  const atHome = (grant: Grant) => grant.role === 'filer' || grant.role === 'signer';
  const above = (grant: Grant) => !HOME_ROLES.includes(grant.role);
  return {
    persons: [actor.id, ...actor.standsInFor.map((person) => person.id)],
    units: at(atHome),
    posts: grants.filter(
      ({ role }) => HOME_ROLES.includes(role) && role !== 'applicant' && role !== 'visitor',
    ),
    offices: at((grant) => above(grant) && (kind(grant) === 'office' || kind(grant) === 'city-office')),
    divisions: at((grant) => above(grant) && kind(grant) === 'division'),
  };
};

/** True for the organisations that decide on cases; units and enterprises file them. */
export const isAuthority = ({ kind }: Pick<Org, 'kind'>): boolean => kind !== 'unit' && kind !== 'enterprise';

/** What decides who may see a case. */
export type Seen = Pick<CaseState, 'status' | 'applicant' | 'seats' | 'copies'> & {
  /** Organisations that ever had a seat in it, also one taken back since: what they have seen they go on seeing. */
  readonly satAt: readonly string[];
};

/** True once a case came out of its unit: an office or one of its divisions was given a seat. */
const cameOut = ({ satAt }: Seen, tree: OrgTree): boolean =>
  satAt.some((id) => {
    const org = tree.get(id);
    return org !== undefined && isAuthority(org);
  });

const satOn = (seat: Seat, scope: Scope): boolean =>
  (seat.person !== undefined && scope.persons.includes(seat.person.id)) ||
  (seat.doer !== undefined && scope.persons.includes(seat.doer.id)) ||
  seat.trail.some((passed) => scope.persons.includes(passed.from.id)) ||
  (seat.org !== undefined && scope.divisions.includes(seat.org));

const satAtPost = (seat: Seat, { posts }: Scope): boolean =>
  posts.some(({ role, org }) => role === seat.role && org === seat.org);

/**
 * True when the case lies in the actor's scope; a draft and what is still in the unit is seen by the unit only, and what
 * persons file for themselves is no case of a unit's.
 */
export const canSeeCase = (
  actor: Actor,
  orgs: CaseOrgs,
  state: Seen,
  tree: OrgTree,
  service: Filed,
): boolean => {
  const scope = scopeOf(actor, tree);
  const own = filedByPerson(service, orgs);
  if (state.applicant && scope.persons.includes(state.applicant.id)) return true;
  if (!own && scope.units.includes(orgs.unit)) return true;
  if (state.status === 'draft') return false;
  return (
    (scope.offices.some((office) => tree.contains(office, orgs.unit)) && cameOut(state, tree)) ||
    state.copies.some((id) => scope.persons.includes(id)) ||
    state.seats.some((seat) => satOn(seat, scope) || satAtPost(seat, scope))
  );
};

/**
 * True for whoever filed the case and for those of the same unit who file this service, who carry on when a colleague
 * leaves; persons who file for themselves are nobody's colleagues. Of the public also for whoever entrusted the matter.
 */
export const isApplicant = (
  who: Pick<Actor, 'id' | 'grants' | 'visitor'> & Partial<Pick<Actor, 'standsInFor'>>,
  state: Pick<CaseState, 'applicant' | 'orgs'>,
  service: Filed,
): boolean => {
  const { applicant } = state;
  if (applicant === null) return false;
  const entrusted =
    who.visitor !== undefined && (who.standsInFor ?? []).some(({ id }) => id === applicant.id);
  return who.id === applicant.id || entrusted || filesAt(who, state.orgs, service);
};

/** True for those who file a service for a unit as its clerks, none of them for himself. */
const filesAt = (who: { readonly grants: readonly Grant[] }, at: FiledAt | null, service: Filed): boolean =>
  at !== null &&
  !filedByPerson(service, at) &&
  who.grants.some(({ role, org }) => org === at.unit && filerRoles(service).includes(role));

/**
 * How private a value the actor sees unmasked: the applicant's side its own data entirely, holders of an open seat
 * personal data, everybody else what is open. More needs a stated purpose, which is logged.
 */
export const clearanceOf = (
  actor: Actor,
  state: Pick<CaseState, 'applicant' | 'orgs' | 'seats'>,
  tree: OrgTree,
  service: Filed,
): Sensitivity => {
  if (isAdmin(actor)) return 'open';
  if (isApplicant(actor, state, service)) return 'sensitive';
  return state.seats.some(
    (seat) => seat.status === 'open' && (seat.ready || !seat.beside) && mayHold(actor, seat, tree),
  )
    ? 'personal'
    : 'open';
};

/**
 * How private a value of what a unit's cases leave behind the actor sees unmasked: its own clerks and the passport desk
 * everything, everybody else what is open. Whether the row is seen at all is the scope's to say.
 */
export const recordClearance = (
  who: { readonly grants: readonly Grant[] },
  at: FiledAt | null,
  service: Filed,
): Sensitivity =>
  who.grants.some((grant) => grant.role === 'passport-officer') || filesAt(who, at, service)
    ? 'sensitive'
    : 'open';

/** Persons who entrusted the seat as it now stands: they may still act themselves. */
const principals = (seat: Pick<Seat, 'trail'>): readonly string[] => {
  const since = seat.trail.findLastIndex((passed) => passed.how === 'transferred');
  return seat.trail.slice(since + 1).map((passed) => passed.from.id);
};

/** True when the person could take the seat by name or by role; says nothing about whether it is their turn. */
export const mayHold = (
  who: { readonly id: string; readonly grants: readonly Grant[] },
  seat: Pick<Seat, 'person' | 'role' | 'org' | 'applicant' | 'trail'>,
  tree: OrgTree,
): boolean => {
  if (seat.person?.id === who.id || principals(seat).includes(who.id)) return true;
  if (seat.person && !seat.applicant) return false;
  return seat.role !== undefined && seat.org !== undefined && holds(who, seat.role, seat.org, tree);
};

/** True when the actor may ask for masked values with a purpose: whoever has or had a seat, never an administrator. */
export const mayReveal = (actor: Actor, state: Pick<CaseState, 'seats'>, tree: OrgTree): boolean =>
  !isAdmin(actor) &&
  state.seats.some(
    (seat) => seat.doer?.id === actor.id || (seat.status === 'open' && mayHold(actor, seat, tree)),
  );
