import type { Actor } from '@zhitongche/access';
import { type Filed, filedByPerson, scopeOf } from '@zhitongche/case';
import type { OfficeConfig } from '@zhitongche/core/server';

/**
 * Units whose figures an actor may see: the own ones, and those below the offices and divisions of the actor; of what persons
 * file for themselves only the latter.
 */
export function unitsBelow(actor: Actor, book: OfficeConfig, service?: Filed): readonly string[] {
  const scope = scopeOf(actor, book.tree);
  const outer = [...scope.offices, ...scope.divisions.flatMap((id) => book.tree.get(id)?.parent ?? [])];
  const below = book.orgs.filter((org) => outer.some((office) => book.tree.contains(office, org.id)));
  const own = scope.units.filter(
    (unit) => !service || !filedByPerson(service, { unit, office: book.root.id }),
  );
  return [...new Set([...own, ...below.map((org) => org.id)])];
}
