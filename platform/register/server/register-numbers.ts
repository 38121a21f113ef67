import { clears } from '@zhitongche/form';
import { recordClearance, type RegisterDef, type Service, soughtNumbers } from '@zhitongche/case';
import { type OfficeActor, type App, lookupDigests } from '@zhitongche/core/server';
import { record, writeAudit } from '@zhitongche/audit/server';
import { Params } from '@zhitongche/host';

/** A register and the service that feeds it. */
export interface Found {
  readonly def: RegisterDef;
  readonly service: Service;
}

/**
 * SQL for the rows (alias `r`) of one person or document by its whole number; only rows whose number the actor sees in
 * clear. A search by a number is on record with its keyed digest, and so is one by somebody who may not: that finds nothing.
 */
export async function numbersSql(
  app: App,
  actor: OfficeActor,
  { def, service }: Found,
  q: string,
  within: readonly string[],
  params: Params,
): Promise<readonly string[]> {
  const numbers = soughtNumbers(service.form, def, q);
  if (numbers.length === 0) return [];
  const digests = [...new Set(numbers.flatMap(({ value }) => lookupDigests(value, app.keys)))];
  const everywhere = numbers.every(({ sensitivity }) =>
    clears(recordClearance(actor, null, service), sensitivity),
  );
  const { root } = await app.offices.get(actor.office);
  const units = [...new Set(actor.grants.map((grant) => grant.org))].filter((unit) =>
    numbers.every(({ sensitivity }) =>
      clears(recordClearance(actor, { unit, office: root.id }, service), sensitivity),
    ),
  );
  const object = `register:${def.key}`;
  const detail = { number: digests };
  const hit = (to: Params) => `r.keys && ${to.add(digests)}::text[]`;
  if (everywhere || units.length > 0) {
    await record(app.db.query, actor, app.clock(), 'register.search', object, detail);
    return [everywhere ? hit(params) : `(${hit(params)} and r.unit = any(${params.add(units)}::uuid[]))`];
  }
  // Many a word reads as the number of some document; one that is nobody's was no search for anybody.
  const own = new Params(params.values);
  const [known] = await app.db.query(
    `select 1 from register_row r where ${[...within, hit(own)].join(' and ')} limit 1`,
    own.values,
  );
  if (known || numbers.some(({ kind }) => kind === 'citizen-id'))
    await writeAudit(app.db.query, {
      office: actor.office,
      at: app.clock(),
      actor: { id: actor.id, name: actor.name },
      action: 'register.search',
      object,
      result: 'register.masked',
      source: actor.source,
      detail,
    });
  return [];
}
