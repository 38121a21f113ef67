import type { App, OfficeActor } from '@zhitongche/core/server';
import { Params } from '@zhitongche/host';
import { ROW_COLUMNS, type StoredRow } from './case-row.ts';
import { seenSql } from './scope.ts';

/** A case at the other end of a link, or a draft that was opened from one. */
export interface OtherRow extends StoredRow {
  /** Empty once what it said of persons was deleted. */
  readonly salt: string | null;
  readonly opened_from: { readonly kind: string } | null;
}

/** Of these cases those the actor may see, with his own drafts that were opened from `from`. */
export async function seenCases(
  app: App,
  actor: OfficeActor,
  ids: readonly string[],
  from: string,
): Promise<readonly OtherRow[]> {
  const book = await app.offices.get(actor.office);
  const params = new Params();
  const office = params.add(actor.office);
  const seen = seenSql(actor, { book, services: app.services }, params);
  const known = `${params.add(ids)}::uuid[]`;
  return await app.db.query<OtherRow>(
    `select ${ROW_COLUMNS}, null::text as seat, f.salt, d.opened_from
     from (select unnest(${known}) as id union select o.case_id from draft o
       where o.office = ${office} and o.opened_from is not null and o.opened_from->>'case' = ${params.add(from)}) led
     join case_file f on f.office = ${office} and f.id = led.id
     left join draft d on d.office = f.office and d.case_id = f.id
     where (f.id = any(${known}) or (f.applicant = ${params.add(actor.id)}::uuid and f.status = 'draft')) and ${seen}`,
    params.values,
  );
}

/** The case of a number: one the actor may not see is not found by the same statement as one that is not there. */
export async function seenByNumber(
  app: App,
  actor: OfficeActor,
  number: string,
): Promise<string | undefined> {
  const book = await app.offices.get(actor.office);
  const params = new Params();
  const office = params.add(actor.office);
  const seen = seenSql(actor, { book, services: app.services }, params);
  const [row] = await app.db.query<{ id: string }>(
    `select f.id from case_file f where f.office = ${office} and f.number = ${params.add(number)} and ${seen}`,
    params.values,
  );
  return row?.id;
}

/** The cases behind numbers of cases and of their papers; what the actor may not see is not found, like what is not there. */
export async function namedCases(app: App, actor: OfficeActor, numbers: readonly string[]) {
  const book = await app.offices.get(actor.office);
  const params = new Params();
  const office = params.add(actor.office);
  const wanted = params.add([...new Set(numbers)]);
  const seen = seenSql(actor, { book, services: app.services }, params);
  return await app.db.query<{ number: string; case: string }>(
    `select f.number, f.id as "case" from case_file f
     where f.office = ${office} and f.number = any(${wanted}::text[]) and ${seen}
     union
     select p.number, f.id from paper p join case_file f on f.office = p.office and f.id = p.case_id
     where p.office = ${office} and p.number = any(${wanted}::text[]) and ${seen}`,
    params.values,
  );
}
