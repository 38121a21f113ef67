import type { API, QueryOf, ReplyOf } from '@zhitongche/contract';
import { addDays, isDay } from '@zhitongche/kernel';
import type { OfficeActor } from '../actor.ts';
import type { App } from '../app.ts';
import { pageOf, readCursor } from '../query/cursor.ts';
import { Params } from '../query/scope.ts';

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
  const after = readCursor(query.cursor, 2);
  if (after)
    where.push(`(a.at, a.id) < (${params.add(after[0])}::timestamptz, ${params.add(after[1])}::uuid)`);
  if (query.actor) where.push(`a.actor->>'id' = ${params.add(query.actor)}`);
  if (query.action) where.push(`a.action like ${params.add(`${likeSafe(query.action)}%`)}`);
  if (query.q) {
    const text = params.add(`%${likeSafe(query.q)}%`);
    where.push(`(a.actor->>'name' like ${text} or a.object like ${text} or a.source like ${text})`);
  }
  // Days are Beijing days; Asia/Shanghai has no summer time.
  if (query.from && isDay(query.from)) where.push(`a.at >= ${params.add(`${query.from}T00:00:00+08:00`)}`);
  if (query.until && isDay(query.until))
    where.push(`a.at < ${params.add(`${addDays(query.until, 1)}T00:00:00+08:00`)}`);
  const rows = await app.db.query<Line>(
    `select a.id, s.seq, a.at, a.at::text as at_text, a.actor, a.action, a.object, a.result, a.source, a.detail, s.digest
     from audit a
     left join lateral (select s.seq, s.digest from audit_seal s
       where s.office = a.office and s.upto_xid >= a.xid order by s.seq limit 1) s on true
     where ${where.join(' and ')} order by a.at desc, a.id desc limit ${PAGE + 1}`,
    params.values,
  );
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
      object: row.object,
      result: row.result,
      source: row.source,
      detail: row.detail,
      digest: row.digest ?? '',
    }),
  );
}

const likeSafe = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
