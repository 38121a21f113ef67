import { isAdmin, type Filed, ownAt, type OwnAt, recordClearance, visibleRow } from '@zhitongche/case';
import { type Json, gramsWanted, plainText } from '@zhitongche/base';
import { type OfficeActor, type App, notFound, pageOf, readCursor } from '@zhitongche/core/server';
import { readRow, type RegisterData } from './sealed-row.ts';
import { type Found, numbersSql } from './register-numbers.ts';
import { Params } from '@zhitongche/host';
import { unitsBelow } from '@zhitongche/office/server';

const PAGE = 50;

/** Every register of the current services with how many rows the actor may see. */
export async function registers(app: App, actor: OfficeActor) {
  if (isAdmin(actor)) return [];
  const counts = new Map((await Promise.all(OWN.map((own) => sizes(app, actor, own)))).flat());
  return all(app).map(({ def, service }) => ({
    key: def.key,
    title: def.title,
    service: service.code,
    serviceName: service.name,
    count: counts.get(def.key) ?? 0,
  }));
}

const OWN: readonly OwnAt[] = ['nowhere', 'office', 'anywhere'];

/** How many rows the actor may see of each register, of services whose cases are somebody's own there. */
async function sizes(
  app: App,
  actor: OfficeActor,
  own: OwnAt,
): Promise<readonly (readonly [string, number])[]> {
  const found = all(app).filter(({ service }) => ownAt(service) === own);
  const [first] = found;
  if (!first) return [];
  const params = new Params();
  const office = params.add(actor.office);
  const rows = await app.db.query<{ register: string; n: number }>(
    `select r.register, sum(r.n)::int as n from register_size r
     where r.office = ${office} and r.register = any(${params.add(found.map(({ def }) => def.key))}::text[])
       and ${await scopeSql(app, actor, params, first.service)} group by r.register`,
    params.values,
  );
  return rows.map((row) => [row.register, row.n]);
}

/** One page of a register, newest day first; what is above `open` is masked outside the own unit and the passport desk. */
export async function register(
  app: App,
  actor: OfficeActor,
  key: string,
  asked: {
    readonly q?: string | undefined;
    readonly from?: string | undefined;
    readonly until?: string | undefined;
    readonly cursor?: string | undefined;
    readonly limit?: number | undefined;
  },
) {
  const found = isAdmin(actor) ? undefined : await foundIn(app, key);
  if (!found) throw notFound('register.unknown', '没有这个台账。', 'There is no such register.');
  const params = new Params();
  const conditions = [
    `r.office = ${params.add(actor.office)}`,
    `r.register = ${params.add(key)}`,
    await scopeSql(app, actor, params, found.service),
  ];
  const q = asked.q?.trim();
  if (q) {
    const byNumber = await numbersSql(app, actor, found, q, [...conditions], params);
    conditions.push(`(${[...byNumber, await foundSql(app, actor.office, q, params)].join(' or ')})`);
  }
  // The very expression of the index; a row without a day is of no span.
  if (asked.from !== undefined)
    conditions.push(`coalesce(r.day, '-infinity') >= ${params.add(asked.from)}::date`);
  if (asked.until !== undefined)
    conditions.push(`coalesce(r.day, '-infinity') <= ${params.add(asked.until)}::date and r.day is not null`);
  const cursor = readCursor(asked.cursor, 2);
  if (cursor)
    conditions.push(
      `(coalesce(r.day, '-infinity'), r.id) < (coalesce(${params.add(cursor[0])}::date, '-infinity'), ${params.add(cursor[1])})`,
    );
  const limit = asked.limit ?? PAGE;
  const rows = await app.db.query<RegisterData & { day: string | null }>(
    `select r.register, r.id, r.case_id, r.unit, r.day, r.data from register_row r where ${conditions.join(' and ')}
     order by coalesce(r.day, '-infinity') desc, r.id desc limit ${params.add(limit + 1)}`,
    params.values,
  );
  const { root } = await app.offices.get(actor.office);
  const page = pageOf(
    rows,
    limit,
    (row) => [row.day, row.id],
    (row) => shown(app, actor, found, row, root.id),
  );
  const { title, columns } = found.def;
  return {
    ...page,
    title,
    columns: columns.map(({ key: column, label, words }) => ({
      key: column,
      label,
      ...(words ? { words } : {}),
    })),
  };
}

const all = ({ services }: App) =>
  services.current.flatMap((service) => service.registers.map((def) => ({ def, service })));

/** A register with the definition of its service, whose forms say how private a column is. */
async function foundIn(app: App, key: string): Promise<Found | undefined> {
  const listed = all(app).find(({ def }) => def.key === key);
  const service = listed && (await app.services.latest(listed.service.code));
  const def = service?.registers.find((one) => one.key === key);
  return service && def && { def, service };
}

/**
 * Rows in which every word typed is found. The pairs lead to the rows, the words themselves decide; rows whose pairs are
 * of an earlier version are read as they are.
 */
async function foundSql(app: App, office: string, q: string, params: Params): Promise<string> {
  const text = "normalize(lower((r.data - '$sealed')::text), NFKC)";
  const said = plainText(q)
    .split(/\s+/)
    .map((word) => `position(${params.add(word)} in ${text}) > 0`)
    .join(' and ');
  // One letter or digit may be the beginning of a longer word, which is indexed by its pairs.
  const grams = gramsWanted(q).filter((gram) => gram.length > 1 || /\p{Script=Han}/u.test(gram));
  const led = grams.length > 0 ? `${await ledSql(app, office, grams, params)} and ` : '';
  return `(${led}${said})`;
}

/** Rows that have the pairs; as long as some have none of their own yet, these too. */
async function ledSql(app: App, office: string, grams: readonly string[], params: Params): Promise<string> {
  const led = `r.grams @> ${params.add(grams)}::text[]`;
  // Asked first: the planner takes rows without pairs for the rule, and would read the register to its end.
  const [behind] = await app.db.query(
    'select 1 from register_row where office = $1 and grams_at is distinct from updated_at limit 1',
    [office],
  );
  return behind ? `(${led} or r.grams_at is distinct from r.updated_at)` : led;
}

/** Rows of the actor's own unit, or of every unit below the actor's offices. */
async function scopeSql(app: App, actor: OfficeActor, params: Params, service: Filed): Promise<string> {
  const book = await app.offices.get(actor.office);
  const units = unitsBelow(actor, book, service);
  // Equality keeps the order of the index by unit; a list of units would have to be sorted.
  const [only] = units;
  return units.length === 1
    ? `r.unit = ${params.add(only)}::uuid`
    : `r.unit = any(${params.add(units)}::uuid[])`;
}

function shown(
  app: App,
  actor: OfficeActor,
  { def, service }: Found,
  row: RegisterData,
  office: string,
): Record<string, Json> {
  const { values, sealed } = readRow(actor.office, row, app.keys);
  const clearance = recordClearance(actor, row.unit === null ? null : { unit: row.unit, office }, service);
  return { id: row.id, case: row.case_id, ...visibleRow(service.form, def, values, sealed, clearance) };
}
