import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDb, testDb } from '../testing/db.ts';
import { type Column, describeStatement } from '../testing/sql/described.ts';
import { type Edge, edgesOf } from '../testing/sql/edges.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** What the server prepares; the rest sets up connections and databases. */
const PREPARABLE = /^\s*(select|insert|update|delete|with|merge)\b/i;

/** Filters somebody chose, scopes of whoever asks, tables named by the schema itself: what only a run can tell, and its own tests do. */
const AT_RUN_TIME = [
  // Hands on the statement it was given.
  'packages/host/src/db/at-one-moment.ts',
  'packages/host/src/db/restore-mark.ts',
  'platform/administration/server/accounts.ts',
  'platform/audit/server/log.ts',
  'platform/audit/server/plain-rows.ts',
  'platform/audit/server/settings.ts',
  'platform/backup/server/load-database.ts',
  'platform/backup/server/make-backup.ts',
  'platform/budget/server/prepare/preparations.ts',
  'platform/file/server/held-files.ts',
  'platform/file/server/stored-files.ts',
  'platform/case/server/query/counts.ts',
  'platform/case/server/query/list-sql.ts',
  'platform/case/server/query/notices.ts',
  'platform/case/server/query/seen-cases.ts',
  'platform/case/server/query/stuck-papers.ts',
  'platform/case/server/query/turnings.ts',
  'platform/case/server/store/case-read.ts',
  'platform/case/server/store/case-write.ts',
  'platform/case/server/usecase/commit.ts',
  'platform/case/server/usecase/draft.ts',
  'platform/core/server/db/migrate.ts',
  'platform/insight/server/seen-figures.ts',
  'platform/insight/server/stats.ts',
  'platform/measure/server/read-measures.ts',
  'platform/proof/server/coded-page.ts',
  'platform/register/server/kept/count-by.ts',
  'platform/register/server/kept/count-rows.ts',
  'platform/register/server/kept/list-rows.ts',
  'platform/register/server/register-numbers.ts',
  'platform/register/server/registers.ts',
  'apps/server/src/job/adopt-rows.ts',
  'apps/server/src/rotation/renew-codes.ts',
  'apps/server/src/rotation/reseal.ts',
  'apps/server/src/rotation/walk.ts',
];

let t: TestDb;
let client: pg.Client;
const edges = edgesOf(ROOT);
const answers: (readonly [Edge, readonly Column[] | string])[] = [];

beforeAll(async () => {
  t = await testDb();
  client = new pg.Client(t.target);
  await client.connect();
  const { rows } = await client.query<{ oid: number }>(
    `select oid::int as oid from pg_type where typcategory = 'A'`,
  );
  const arrays = new Set(rows.map(({ oid }) => oid));
  for (const edge of edges)
    for (const sql of edge.sql ?? [])
      if (PREPARABLE.test(sql)) answers.push([edge, await describeStatement(client, sql, arrays)]);
});
afterAll(async () => {
  await client.end();
  await t.drop();
});

describe('what the program says to the database', () => {
  it('is understood by the schema, statement by statement', () => {
    expect(answers.length).toBeGreaterThan(250);
    const refused = answers.flatMap(([{ at }, answer]) =>
      typeof answer === 'string' ? [`${at} ${answer}`] : [],
    );
    expect(refused).toEqual([]);
  });

  it('comes back in the columns and kinds its row types say', () => {
    const wrong = answers.flatMap(([{ at, row }, columns]) =>
      typeof columns === 'string' || !row
        ? []
        : [...row].flatMap(([name, kinds]) => {
            const column = columns.find((one) => one.name === name);
            if (!column) return [`${at} has no column ${name}`];
            return kinds.has('any') || column.kind === 'any' || kinds.has(column.kind)
              ? []
              : [`${at} ${name} is ${column.kind}, said to be ${[...kinds].join(' | ')}`];
          }),
    );
    expect(wrong).toEqual([]);
  });

  it('is put together at run time in the places named above and nowhere else', () => {
    const open = edges.flatMap(({ at, sql }) => (sql === undefined ? [at.replace(/:\d+$/, '')] : []));
    expect(new Set(open)).toEqual(new Set(AT_RUN_TIME));
  });
});
