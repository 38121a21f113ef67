import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '@zhitongche/core/server';
import { versionDigest } from '@zhitongche/budget/server';
import { localBlobs, FILE_COLUMNS } from '@zhitongche/file/server';
import { newId } from '@zhitongche/host';
import { workOff } from '../../../apps/server/testing/jobs.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { sealedAll } from '../../../apps/server/testing/settled.ts';
import { submitted, takes } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { writeAudit } from '@zhitongche/audit/server';
import { verifyAll } from './verify-all.ts';

let t: TestOffice;
let app: App;
let folder = '';
let caseId = '';
let number = '';

beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  folder = await mkdtemp(join(tmpdir(), 'verify-'));
  app = { ...t.app, blobs: await localBlobs(folder, t.app.keys) };
  Object.assign(t, { app });
  caseId = await submitted(t, 'toy', {
    subject: '海南考察',
    copies: 1,
    citizenId: '11010519491231002X',
    holder: '甲',
  });
  await takes(t, 'signer', caseId, { act: 'agree' });
  await takes(t, 'handler', caseId, { act: 'agree' });
  await workOff(app);
  const { digest, size } = await app.blobs.put(Buffer.from('一份附件的内容'.repeat(1000)));
  const actor = await t.actor('filer');
  await app.db.query(
    `insert into upload (office, id, case_id, name, type, size, digest, by_person) values ($1, $2, $3, '邀请函.pdf', 'application/pdf', $4, $5, $6)`,
    [t.office, newId(), caseId, size, digest, actor.id],
  );
  await budget(actor.id);
  await sealedAll(app, t.office);
  const [row] = await t.base.owner.query<{ number: string }>('select number from case_file where id = $1', [
    caseId,
  ]);
  number = row?.number ?? '';
}, 120_000);
afterAll(async () => {
  await t.drop();
  await rm(folder, { recursive: true, force: true });
});

const DISCLOSURE = newId();

/** Two versions of a budget, as saving them leaves them. */
async function budget(by: string): Promise<void> {
  const at = app.clock();
  const { digest, size } = await app.blobs.put(Buffer.from('预算公开原文'));
  await app.db.query(
    `insert into budget_reading (office, id, org, by_person, name, type, size, digest, status, created_at, touched_at)
     values ($1, $2, $3, $4, '预算.txt', 'text/plain', $5, $6, 'done', $7, $7)`,
    [t.office, DISCLOSURE, t.orgs.root, by, size, digest, at],
  );
  const model = (cell: string) => ({
    department: { name: '某某省外办' },
    tables: [{ rows: [{ cells: [cell, 1.5] }] }],
  });
  for (const no of [1, 2]) {
    const version = { status: 'draft', model: model(String(no)), settled: [], note: `第${no}次` };
    await app.db.query(
      `insert into budget_version (office, disclosure, no, status, model, settled, note, by_person, by_name, at)
       values ($1, $2, $3, 'draft', $4, '[]', $5, $6, '甲', $7)`,
      [t.office, DISCLOSURE, no, JSON.stringify(version.model), version.note, by, at],
    );
    await writeAudit(app.db.query, {
      office: t.office,
      at,
      actor: { id: by, name: '甲' },
      action: 'budget.save',
      object: `budget:${DISCLOSURE}`,
      result: 'ok',
      source: '',
      detail: { revision: no, content: versionDigest(version) },
    });
  }
  await app.db.query(
    `insert into disclosure (office, id, org, department, year, status, revision, model, settled, reconciliation, counts, profile, open, updated_by, updated_by_name, updated_at)
     values ($1, $2, $3, '某某省外办', '2026', 'draft', 2, $4, '[]', '{}', '{}', '{}', 0, $5, '甲', $6)`,
    [t.office, DISCLOSURE, t.orgs.root, JSON.stringify(model('2')), by, at],
  );
}

const broken = async (): Promise<readonly string[]> => (await verifyAll(app))[0]?.broken ?? [];

/** Damages the record as the owner of the database may, looks, and puts it back. */
async function damaged(sql: string, undo: string): Promise<readonly string[]> {
  await t.base.owner.query(sql);
  try {
    return await broken();
  } finally {
    await t.base.owner.query(undo);
  }
}

/** Changes a column of the rows `where` and puts the old value back. */
async function changed(table: string, column: string, to: string, where: string): Promise<readonly string[]> {
  await t.base.owner.query(`create table before as select ${column} as was, * from ${table} where ${where}`);
  const [n] = await t.base.owner.query<{ n: number }>('select count(*) as n from before');
  expect(n?.n).toBe(1);
  const key = (
    await t.base.owner.query<{ cols: string }>(
      `select string_agg(format('x.%1$I is not distinct from b.%1$I', a.attname), ' and ') as cols
     from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
     where i.indrelid = $1::regclass and i.indisprimary`,
      [table],
    )
  )[0]?.cols;
  return await damaged(
    `update ${table} set ${column} = ${to} where ${where}`,
    `update ${table} x set ${column} = b.was from before b where ${key}; drop table before`,
  );
}

describe('a walk over everything', () => {
  test('finds a whole record whole, and counts what it walked', async () => {
    const [found] = await verifyAll(app);
    expect(found?.broken).toEqual([]);
    expect(found).toMatchObject({ cases: 1, budgetVersions: 2 });
    for (const key of ['auditRows', 'caseEvents', 'registerRows', 'files'] as const)
      expect(found?.[key]).toBeGreaterThan(0);
  });

  test('names the event whose body was changed, by case and number', async () => {
    const found = await changed(
      'case_event',
      'body',
      `jsonb_set(body, '{by}', '"x"')`,
      `case_id = '${caseId}' and seq = 3`,
    );
    expect(found[0]).toBe(`办件 ${number} 的第 3 条记录内容与其摘要不符`);
  });
  test('names the event that is missing', async () => {
    const found = await damaged(
      `create table gone as select * from case_event where case_id = '${caseId}' and seq = 2; delete from case_event where case_id = '${caseId}' and seq = 2`,
      'insert into case_event select * from gone; drop table gone',
    );
    expect(found[0]).toBe(`办件 ${number} 的第 2 条记录缺失，或次序有变`);
  });
  test('names the audit row whose word was changed, by link, place and id', async () => {
    const [row] = await t.base.owner.query<{ id: string; action: string; place: number; seq: number }>(
      `select a.id, a.action, s.seq, (select count(*) from audit b where b.xid > s.from_xid and (b.xid, b.id) <= (a.xid, a.id)) as place
       from audit a join audit_seal s on s.from_xid < a.xid and a.xid <= s.upto_xid order by a.xid desc, a.id limit 1`,
    );
    const found = await changed('audit', 'source', "'10.9.9.9'", `id = '${row?.id}'`);
    expect(found[0]).toContain(`审计日志第 ${row?.seq} 段封签不符`);
    expect(found[0]).toContain(`第 ${row?.place} 条内容已改动`);
    expect(found[0]).toContain(`${row?.action}`);
    expect(found[0]).toContain(`编号 ${row?.id}`);
  });
  test('names the place where an audit row is missing, and the one slipped in', async () => {
    const missing = await damaged(
      "create table gone as select * from audit where action = 'case.submit'; delete from audit where action = 'case.submit'",
      'insert into audit select * from gone; drop table gone',
    );
    expect(missing[0]).toMatch(/审计日志第 \d+ 段封签不符.*第 \d+ 条缺失/);
    const id = newId();
    const added = await damaged(
      `insert into audit select office, '${id}', xid, at, actor, action, object, result, source, detail from audit where action = 'case.submit'`,
      `delete from audit where id = '${id}'`,
    );
    expect(added[0]).toContain(`是后来插入的`);
    expect(added[0]).toContain(id);
  });
  test('names the seal that was changed', async () => {
    const found = await changed('audit_seal', 'signature', "'AAAA'", 'seq = 1');
    expect(found[0]).toContain('审计日志第 1 段封签不符');
    expect(found[0]).toContain('封签本身已改动');
  });
  test('names the member of a state that was changed', async () => {
    const found = await changed('case_file', 'state', `jsonb_set(state, '{round}', '7')`, `id = '${caseId}'`);
    expect(found).toEqual([`办件 ${number} 的当前状态与事件重放不同，在 /round`]);
  });
  test('names the register row and the column that was changed', async () => {
    const [row] = await t.base.owner.query<{ id: string; key: string }>(
      `select id, (select k from jsonb_object_keys(data) k where k <> '$sealed' order by k limit 1) as key from register_row limit 1`,
    );
    const found = await changed(
      'register_row',
      'data',
      `jsonb_set(data, '{${row?.key}}', '"改"')`,
      `id = '${row?.id}'`,
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`（${row?.id}）与办件 ${number}推算的不同，在 /${row?.key}`);
  });
  test('names the version of a budget that was changed', async () => {
    const found = await changed(
      'budget_version',
      'model',
      `jsonb_set(model, '{tables,0,rows,0,cells,1}', '2.5')`,
      'no = 1',
    );
    expect(found).toEqual(['预算“某某省外办2026”第 1 版的内容与审计所记的摘要不符']);
    const shown = await changed(
      'disclosure',
      'model',
      `jsonb_set(model, '{tables,0,rows,0,cells,0}', '"9"')`,
      'true',
    );
    expect(shown).toEqual(['预算“某某省外办2026”第 2 版与现行内容不同，在 /model/tables/0/rows/0/cells/0']);
  });

  describe('names the file', () => {
    let path = '';
    let digest = '';
    let whole = Buffer.alloc(0);
    beforeAll(async () => {
      const [row] = await t.base.owner.query<{ digest: string }>('select digest from upload');
      digest = row?.digest ?? '';
      path = join(folder, digest.slice(0, 2), digest.slice(2, 4), digest);
      whole = await readFile(path);
    });
    const after = async (damage: () => Promise<void>): Promise<readonly string[]> => {
      await damage();
      try {
        return await broken();
      } finally {
        await writeFile(path, whole);
      }
    };
    test('with one bit turned', async () => {
      const turned = Buffer.from(whole);
      turned[1000] = (turned[1000] ?? 0) ^ 1;
      expect(await after(() => writeFile(path, turned))).toEqual([
        `文件“邀请函.pdf”的内容已改动，现有 ${whole.length - 16} 字节（${digest}）`,
      ]);
    });
    test('cut off, with the byte where it ends', async () => {
      expect(await after(() => truncate(path, 516))).toEqual([
        `文件“邀请函.pdf”在第 500 字节处中断，原有 ${whole.length - 16} 字节（${digest}）`,
      ]);
    });
    test('grown, with the byte where it should end', async () => {
      expect(await after(() => writeFile(path, Buffer.concat([whole, Buffer.alloc(3)])))).toEqual([
        `文件“邀请函.pdf”在第 ${whole.length - 16} 字节之后多出 3 字节（${digest}）`,
      ]);
    });
    test('that is missing', async () => {
      expect(await after(() => rm(path))).toEqual([`文件“邀请函.pdf”缺失（${digest}）`]);
    });
  });

  test('forgets no column that names a file', async () => {
    const rows = await t.base.owner.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and column_name like '%digest%' order by 1`,
    );
    // Digests of something else than a stored file.
    const others = [
      'audit_seal.digest',
      'budget_version.digest',
      'calendar_feed.digest',
      'case_event.digest',
      'kept_event.digest',
      'ref_table.digest',
      'schema_step.digest',
      'money_day.digest',
      'money_sheet.digest',
      'money_sheet_line.digest',
      'visitor.document_digest',
      'visitor.mail_digest',
      'visitor.phone_digest',
      'visitor_code.target_digest',
      'visitor_party.document_digest',
    ];
    expect(rows.map(({ name }) => name).filter((name) => !others.includes(name))).toEqual(
      FILE_COLUMNS.map(({ table, column }) => `${table}.${column}`).toSorted(),
    );
  });
});
