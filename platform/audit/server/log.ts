import type { API, QueryOf, ReplyOf } from '@zhitongche/contract';
import { addDays } from '@zhitongche/base';
import { verbsOf } from '@zhitongche/case';
import { type OfficeActor, type App, pageOf, readCursor } from '@zhitongche/core/server';
import { TELLS_NOTHING } from './told-rows.ts';
import { Params } from '@zhitongche/host';

type Log = ReplyOf<(typeof API)['auditLog']>;

const PAGE = 100;

interface Line {
  readonly id: string;
  readonly seq: number | null;
  readonly at: Date;
  readonly at_text: string;
  readonly actor: { readonly name?: string; readonly behalf?: { readonly name: string } };
  readonly action: string;
  readonly object: string;
  readonly result: string;
  readonly source: string;
  readonly detail: Log['items'][number]['detail'];
  readonly digest: string | null;
}

/** The audit, newest first, each line with the link of the chain that covers it (number 0 while not sealed yet). */
export async function readAuditLog(
  app: App,
  actor: OfficeActor,
  query: QueryOf<(typeof API)['auditLog']>,
): Promise<Log> {
  const params = new Params();
  const where = [`a.office = ${params.add(actor.office)}`];
  // There for proof; the change itself has a line of its own.
  if (!query.action) where.push(`not (${TELLS_NOTHING})`);
  const after = readCursor(query.cursor, 2);
  if (after)
    where.push(`(a.at, a.id) < (${params.add(after[0])}::timestamptz, ${params.add(after[1])}::uuid)`);
  if (query.actor) where.push(`${WHO} = ${params.add(query.actor)}`);
  if (query.action) where.push(`a.action like ${params.add(`${likeSafe(query.action)}%`)}`);
  const q = query.q?.trim();
  if (q) where.push(await soughtSql(app, actor.office, q, params));
  // Days are Beijing days; Asia/Shanghai has no summer time.
  if (query.from) where.push(`a.at >= ${params.add(`${query.from}T00:00:00+08:00`)}`);
  if (query.until) where.push(`a.at < ${params.add(`${addDays(query.until, 1)}T00:00:00+08:00`)}`);
  const rows = await app.db.query<Line>(
    `select a.id, s.seq, a.at, a.at::text as at_text, a.actor, a.action, a.object, a.result, a.source, a.detail, s.digest
     from audit a
     left join lateral (select s.seq, s.digest from audit_seal s
       where s.office = a.office and s.upto_xid >= a.xid order by s.upto_xid limit 1) s on true
     where ${where.join(' and ')} order by a.at desc, a.id desc limit ${PAGE + 1}`,
    params.values,
  );
  const names = await namesOf(app, actor.office, rows.slice(0, PAGE));
  const verbs = verbsOf(app.services.all.map(({ flow }) => flow));
  return pageOf(
    rows,
    PAGE,
    (row) => [row.at_text, row.id],
    (row) => ({
      seq: row.seq ?? 0,
      at: row.at.toISOString(),
      actor: row.actor.name ?? '',
      behalf: row.actor.behalf?.name ?? null,
      action: row.action,
      verb: (row.action.startsWith('case.') && verbs.get(row.action.slice('case.'.length))) || null,
      object: row.object,
      name: names.get(row.object) ?? null,
      result: row.result,
      source: row.source,
      detail: row.detail,
      digest: row.digest ?? '',
    }),
  );
}

/**
 * What the objects of these lines are called: a case by service and number, never by its title, which whoever reads the audit
 * need not know; people, organisations and figures by their names.
 */
async function namesOf(
  app: App,
  office: string,
  rows: readonly Line[],
): Promise<ReadonlyMap<string, string>> {
  const ids = (kind: string): readonly string[] => [
    ...new Set(
      rows.flatMap(({ object }) => {
        const id = object.startsWith(`${kind}:`) ? object.slice(kind.length + 1) : '';
        return UUID.test(id) ? [id] : [];
      }),
    ),
  ];
  const found = await app.db.query<{ object: string; name: string | null; service: string | null }>(
    `select 'case:' || id as object, number as name, service from case_file where office = $1 and id = any($2::uuid[])
     union all select 'person:' || id, name || '（' || username || '）', null from person where office = $1 and id = any($3::uuid[])
     union all select 'org:' || id, name, null from org where office = $1 and id = any($4::uuid[])
     union all select 'row:' || id, register, null from kept_row where office = $1 and id = any($5::uuid[])`,
    [office, ids('case'), ids('person'), ids('org'), ids('row')],
  );
  const figures = new Map(
    [...app.figures, ...[...app.services.current, ...app.registers].flatMap(({ policies }) => policies)].map(
      ({ key, label }) => [`policy:${key}`, label],
    ),
  );
  const registers = new Map(app.registers.map(({ code, name }) => [code, name]));
  const called = found.map(({ object, name, service }): readonly [string, string] => [
    object,
    // Of a row the register: what the row is called may be somebody's name.
    object.startsWith('row:')
      ? `${registers.get(name ?? '') ?? ''} …${object.slice(-6)}`
      : service === null
        ? (name ?? '')
        : `${app.services.card(service)?.name ?? service} ${name ?? '（尚无编号）'}`,
  ]);
  const lists = app.registers.map(({ code, name }): readonly [string, string] => [`register:${code}`, name]);
  return new Map([...figures, ...lists, ...called]);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who did it, as the index has it: the person, or the name somebody typed who did not get in. */
const WHO = "coalesce(a.actor->>'id', a.actor->>'name')";

/** Most people whose name holds what was typed; more would be no search. */
const MOST_PEOPLE = 200;

/** What objects of the audit are called by; the rest of an object is its id or key. */
const KINDS = ['case', 'person', 'org', 'policy', 'table', 'office', 'budget', 'list'] as const;

/**
 * Lines by and about people whose name holds what was typed, about the object it names (whole, by id, key or case
 * number), or from addresses that begin with it. Each is found by an index: the audit is the longest table there is.
 */
async function soughtSql(app: App, office: string, q: string, params: Params): Promise<string> {
  const [people, cases] = await Promise.all([
    app.db.query<{ id: string }>(
      `select id from person where office = $1 and (name like $2 or username = $3) order by id limit ${MOST_PEOPLE}`,
      [office, `%${likeSafe(q)}%`, q],
    ),
    app.db.query<{ id: string }>('select id from case_file where office = $1 and number = $2', [office, q]),
  ]);
  const who = params.add([q, ...people.map((person) => person.id)]);
  const about = params.add([
    q,
    ...KINDS.map((kind) => `${kind}:${q}`),
    ...people.map((person) => `person:${person.id}`),
    ...cases.map((one) => `case:${one.id}`),
  ]);
  const from = ADDRESS.test(q) ? ` or a.source like ${params.add(`${q}%`)}` : '';
  return `(${WHO} = any(${who}::text[]) or a.object = any(${about}::text[])${from})`;
}

const ADDRESS = /^[0-9a-f]*[.:][0-9a-f.:]*$/i;

const likeSafe = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
