import { type Actor, isUnitPost } from '@zhitongche/access';
import { isAuthority, ownAt, ownServices, type Scope, scopeOf } from '@zhitongche/case';
import type { Params } from '@zhitongche/host';
import type { OfficeConfig, ServiceRegistry } from '@zhitongche/core/server';

/** A way to cases (alias `f`): what is read and which of it, or the ids alone of submitted cases. */
export type Way = DirectWay | { readonly ids: string };
/** See {@link Way}. */
export interface DirectWay {
  readonly from: string;
  readonly where: string;
}

/** What a question about cases is asked of. */
export interface Asked {
  readonly book: OfficeConfig;
  readonly services: ServiceRegistry;
}

/** SQL for the cases (alias `f`) that are the business of a unit; `unit` is SQL that says of which. */
export function unitsCases(unit: string, asked: Asked, params: Params): string {
  const [anywhere, atOffice] = [
    ownServices(asked.services.all, 'anywhere'),
    ownServices(asked.services.all, 'office'),
  ];
  const parts = [unit];
  if (anywhere.length > 0) parts.push(`f.service <> all(${params.add(anywhere)}::text[])`);
  if (atOffice.length > 0)
    parts.push(
      `(f.unit <> ${params.add(asked.book.root.id)}::uuid or f.service <> all(${params.add(atOffice)}::text[]))`,
    );
  return parts.length === 1 ? unit : `(${parts.join(' and ')})`;
}

/**
 * SQL that is true for the open tasks (alias `t`) of cases (alias `f`) an actor may take, by name, by pool or for an absent
 * person. Who is barred from a seat stands beside it, see `barredFrom`.
 */
export function mineSql(actor: Actor, book: OfficeConfig, params: Params): string {
  const id = (person: string) => `${params.add(person)}::uuid`;
  // A row of an older program knows the filer only.
  const barred = `coalesce(t.barred, case when t.person is null then array[f.applicant] else '{}' end)`;
  const ways = [actor, ...actor.standsInFor].map((person) => {
    const pools = [...poolsOf(person.grants, book)].map(
      ([role, orgs]) =>
        `(t.person is null and t.role = ${params.add(role)} and t.org = any(${params.add([...orgs])}::uuid[]))`,
    );
    const takes = `(${[`t.person = ${id(person.id)}`, ...pools].join(' or ')})`;
    return person === actor ? takes : `(${takes} and ${id(person.id)} <> all(${barred}))`;
  });
  return `((${ways.join(' or ')}) and ${id(actor.id)} <> all(${barred}))`;
}

/** Organisations at which seats of each role are a person's. */
function poolsOf(grants: Actor['grants'], book: OfficeConfig): ReadonlyMap<string, ReadonlySet<string>> {
  const pools = new Map<string, Set<string>>();
  for (const grant of grants) {
    const orgs = pools.get(grant.role) ?? new Set<string>();
    if (isUnitPost(grant.role)) orgs.add(grant.org);
    else for (const org of book.orgs) if (book.tree.contains(grant.org, org.id)) orgs.add(org.id);
    pools.set(grant.role, orgs);
  }
  return pools;
}

/** Posts that see cases by the seat they were given: the others see all their unit files anyway, and nobody else's. */
const postsAsked = (scope: Scope, asked: Asked): Scope['posts'] => {
  const persons = asked.services.all.some((service) => ownAt(service) !== 'nowhere');
  return scope.posts.filter(
    ({ org }) =>
      persons || !scope.units.includes(org) || asked.book.orgs.some((below) => below.parent === org),
  );
};

/** The offices of a scope and everything below them. */
const belowOffices = ({ offices }: Scope, book: OfficeConfig): readonly string[] =>
  book.orgs.filter((org) => offices.some((outer) => book.tree.contains(outer, org.id))).map((org) => org.id);

/** SQL that is true for the cases (alias `f`) that came out of their unit: an office or division was given a seat. */
export const cameOutSql = (book: OfficeConfig, params: Params): string => {
  const authorities = book.orgs.flatMap((org) => (isAuthority(org) ? [org.id] : []));
  return `(select true from task co where co.office = f.office and co.case_id = f.id
    and co.org = any(${params.add(authorities)}::uuid[]) limit 1)`;
};

/** SQL that is true for the cases (alias `f`) an actor may see; the same rule as `canSeeCase`, asked of the store. */
export function seenSql(actor: Actor, asked: Asked, params: Params): string {
  const { book } = asked;
  const scope = scopeOf(actor, book.tree);
  if (scope.persons.length === 0) return 'false';
  const persons = params.add(scope.persons);
  const parts = [`f.applicant = any(${persons}::uuid[])`];
  if (scope.units.length > 0)
    parts.push(unitsCases(`f.unit = any(${params.add(scope.units)}::uuid[])`, asked, params));
  // Asked row by row, most likely first: `exists` may be answered by hashing every task and copy there ever was.
  const submitted: string[] = [
    `(select true from task st where st.office = f.office and st.case_id = f.id and (st.person = any(${persons}::uuid[])
      or st.done_by = any(${persons}::uuid[])${
        scope.divisions.length > 0 ? ` or st.org = any(${params.add(scope.divisions)}::uuid[])` : ''
      }) limit 1)`,
    `(select true from case_copy cc where cc.office = f.office and cc.case_id = f.id and cc.person = any(${persons}::uuid[]) limit 1)`,
  ];
  submitted.push(
    ...postsAsked(scope, asked).map(
      ({ role, org }) => `(select true from task st where st.office = f.office
        and st.case_id = f.id and st.role = ${params.add(role)} and st.org = ${params.add(org)}::uuid limit 1)`,
    ),
  );
  const whole = scope.offices.includes(book.root.id);
  if (whole) submitted.unshift(cameOutSql(book, params));
  else if (scope.offices.length > 0)
    submitted.unshift(
      `(f.unit = any(${params.add(belowOffices(scope, book))}::uuid[]) and ${cameOutSql(book, params)})`,
    );
  parts.push(`(f.status <> 'draft' and (${submitted.join(' or ')}))`);
  return `(${parts.join(' or ')})`;
}

/** The cases that gave a post at a unit a seat; the office is a placeholder. */
const satAt = (office: string, { role, org }: Scope['posts'][number], params: Params): Way => ({
  ids: `select t.case_id as id from task t where t.office = ${office} and t.org = ${params.add(org)}::uuid
    and t.role = ${params.add(role)}`,
});

/** The cases somebody was copied; both are placeholders. */
export const copiedTo = (office: string, person: string): Way => ({
  ids: `select c.case_id as id from case_copy c where c.office = ${office} and c.person = ${person}`,
});

/**
 * The submitted cases an actor may see, as ways that each follow an index newest first; the same rule as {@link seenSql}.
 * Asked case by case, who sees few of an office's cases would wait for all of them to be looked at.
 */
export function seenWays(actor: Actor, asked: Asked, params: Params): readonly Way[] {
  const { book } = asked;
  const scope = scopeOf(actor, book.tree);
  const filed = (where: string): DirectWay => ({
    from: 'case_file f',
    where: `f.status <> 'draft' and ${where}`,
  });
  if (scope.persons.length === 0) return [filed('false')];
  const id = (value: string) => `${params.add(value)}::uuid`;
  const office = params.add(book.office);
  const sat = (column: string, who: string): Way => ({
    ids: `select t.case_id as id from task t where t.office = ${office} and t.${column} = ${id(who)}`,
  });
  const whole = scope.offices.includes(book.root.id);
  const below = whole ? [] : belowOffices(scope, book);
  return [
    ...(whole ? [filed(cameOutSql(book, params))] : []),
    ...scope.units.map((unit) => filed(unitsCases(`f.unit = ${id(unit)}`, asked, params))),
    ...postsAsked(scope, asked).map((post) => satAt(office, post, params)),
    ...(below.length > 0
      ? [filed(`f.unit = any(${params.add(below)}::uuid[]) and ${cameOutSql(book, params)}`)]
      : []),
    ...scope.divisions.map((division) => sat('org', division)),
    ...scope.persons.flatMap((person) => [
      filed(`f.applicant = ${id(person)}`),
      sat('done_by', person),
      sat('person', person),
      copiedTo(office, id(person)),
    ]),
  ];
}
