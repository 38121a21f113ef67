import { type Actor, scopeOf } from '@zhitongche/kernel';
import type { OfficeBook } from '../office/offices.ts';

/** Collects the values of one statement; every value is a parameter, none is pasted into the text. */
export class Params {
  readonly values: unknown[] = [];
  /** The placeholder for a value. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** Roles that reach only the organisation they are held at; the others reach everything below as well. */
const HOME = new Set(['filer', 'signer', 'applicant']);

/**
 * SQL that is true for the open tasks (alias `t`) an actor may take, by name, by pool or for an absent person; never
 * for cases (alias `f`) the actor filed, for nobody decides on an own application.
 */
export function mineSql(actor: Actor, book: OfficeBook, params: Params): string {
  const persons = [actor.id, ...actor.standsInFor.map((person) => person.id)];
  const pools = new Map<string, Set<string>>();
  for (const grant of [actor.grants, ...actor.standsInFor.map((person) => person.grants)].flat()) {
    const orgs = pools.get(grant.role) ?? new Set<string>();
    if (HOME.has(grant.role)) orgs.add(grant.org);
    else for (const org of book.orgs) if (book.tree.contains(grant.org, org.id)) orgs.add(org.id);
    pools.set(grant.role, orgs);
  }
  const byPool = [...pools].map(
    ([role, orgs]) =>
      `(t.person is null and t.role = ${params.add(role)} and t.org = any(${params.add([...orgs])}::uuid[])
        and f.applicant <> ${params.add(actor.id)})`,
  );
  return `(${[`t.person = any(${params.add(persons)}::uuid[])`, ...byPool].join(' or ')})`;
}

/** SQL that is true for the cases (alias `f`) an actor may see; the same rule as `canSeeCase`, asked of the store. */
export function seenSql(actor: Actor, book: OfficeBook, params: Params): string {
  const scope = scopeOf(actor, book.tree);
  if (scope.persons.length === 0) return 'false';
  const persons = params.add(scope.persons);
  const parts = [`f.applicant = any(${persons}::uuid[])`];
  if (scope.units.length > 0) parts.push(`f.unit = any(${params.add(scope.units)}::uuid[])`);
  // Asked row by row, most likely first: `exists` may be answered by hashing every task and copy there ever was.
  const submitted: string[] = [
    `(select true from task st where st.office = f.office and st.case_id = f.id and (st.person = any(${persons}::uuid[])
      or st.done_by = any(${persons}::uuid[])${
        scope.divisions.length > 0 ? ` or st.org = any(${params.add(scope.divisions)}::uuid[])` : ''
      }) limit 1)`,
    `(select true from case_copy cc where cc.office = f.office and cc.case_id = f.id and cc.person = any(${persons}::uuid[]) limit 1)`,
  ];
  const whole = scope.offices.includes(book.root.id);
  if (whole) submitted.unshift('true');
  else if (scope.offices.length > 0) {
    const below = book.orgs.filter((org) =>
      scope.offices.some((office) => book.tree.contains(office, org.id)),
    );
    submitted.unshift(`f.unit = any(${params.add(below.map((org) => org.id))}::uuid[])`);
  }
  parts.push(`(f.status <> 'draft' and (${submitted.join(' or ')}))`);
  return `(${parts.join(' or ')})`;
}
