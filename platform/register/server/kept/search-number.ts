import { record } from '@zhitongche/audit/server';
import { type App, lookupDigests, type OfficeActor } from '@zhitongche/core/server';
import { clears, codecOf } from '@zhitongche/form';
import type { Params } from '@zhitongche/host';
import { type RegisterKind, type RegisterReach, rowClearance } from '@zhitongche/register';

/** Numbers a typed text may stand for, by the fields of the register that hold one. */
const numbersSought = (kind: RegisterKind, text: string) =>
  Object.values(kind.whole).flatMap(({ fields }) =>
    Object.values(fields).flatMap((field) => {
      if ((field.kind !== 'citizen-id' && field.kind !== 'passport') || !/\d/.test(text)) return [];
      const { value } = codecOf(field).read(field, text, { row: () => ({ problems: [] }) });
      return typeof value === 'string' ? [{ value, sensitivity: field.sensitivity }] : [];
    }),
  );

/**
 * SQL for the rows (alias `k`) of one person or document by its whole number; only rows whose number the actor sees in
 * clear. The search is on record with the keyed digest of the number.
 */
export async function keptNumberSql(
  app: App,
  actor: OfficeActor,
  { kind, reach }: { readonly kind: RegisterKind; readonly reach: RegisterReach },
  q: string,
  params: Params,
): Promise<readonly string[]> {
  const sought = numbersSought(kind, q);
  if (sought.length === 0) return [];
  const everywhere = sought.every(({ sensitivity }) => clears(reach.clearance, sensitivity));
  const orgs = reach.seen.filter((org) =>
    sought.every(({ sensitivity }) => clears(rowClearance(reach, org), sensitivity)),
  );
  if (!everywhere && orgs.length === 0) return [];
  const digests = [...new Set(sought.flatMap(({ value }) => lookupDigests(value, app.keys)))];
  await record(app.db.query, actor, app.clock(), 'register.search', `register:${kind.code}`, {
    number: digests,
  });
  const hit = `k.keys && ${params.add(digests)}::text[]`;
  return [everywhere ? hit : `(${hit} and k.org = any(${params.add(orgs)}::uuid[]))`];
}
