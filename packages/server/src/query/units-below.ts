import { type Actor, scopeOf } from '@zhitongche/kernel';
import type { OfficeBook } from '../office/offices.ts';

/** Units whose figures an actor may see: the own ones, and those below the offices and divisions of the actor. */
export function unitsBelow(actor: Actor, book: OfficeBook): readonly string[] {
  const scope = scopeOf(actor, book.tree);
  const outer = [...scope.offices, ...scope.divisions.flatMap((id) => book.tree.get(id)?.parent ?? [])];
  const below = book.orgs.filter((org) => outer.some((office) => book.tree.contains(office, org.id)));
  return [...new Set([...scope.units, ...below.map((org) => org.id)])];
}
