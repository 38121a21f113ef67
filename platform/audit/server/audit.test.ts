import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '@zhitongche/host';
import { deriveKeys, type Keys } from '@zhitongche/core/server';
import { NO_ANCHORS } from '../../../apps/server/testing/bare-app.ts';
import { type TestDb, testDb } from '../../../apps/server/testing/db.ts';
import { makeAdmission } from './admission.ts';
import { sealAudit } from './seal.ts';
import { sealedAll } from '../../../apps/server/testing/settled.ts';
import { verifyChains } from './verify.ts';
import { writeAudit } from './write.ts';

const OFFICE = 'test';
const at = new Date('2026-11-02T01:00:00.123Z');
let base: TestDb;
const keys = deriveKeys(randomBytes(32));
const over = (db: Db, own: Keys = keys) => {
  const parts = { db, keys: own, anchors: NO_ANCHORS, clock: () => at };
  return { ...parts, admission: makeAdmission(parts) };
};
const app = () => over(base.db);
const line = (object: string) => ({
  office: OFFICE,
  at,
  actor: { id: null, name: '张三' },
  action: 'test',
  object,
  result: 'ok',
  source: '10.0.0.1',
  detail: { 甲: 1, a: ['x', null] },
});
const write = (object: string) => writeAudit(base.db.query, line(object));
const sealAll = async () => {
  while ((await sealAudit(app(), OFFICE)) > 0);
};

beforeAll(async () => {
  base = await testDb();
});
afterAll(async () => {
  await base.drop();
});

describe('the audit chain', () => {
  test('seals every row once, in order, whoever writes at the same time', async () => {
    await Promise.all(
      Array.from({ length: 60 }, async (_, n) => {
        await write(`case:${n}`);
        if (n % 7 === 0) await sealAudit(app(), OFFICE);
      }),
    );
    await sealedAll(app(), OFFICE);
    expect(await verifyChains(app(), OFFICE)).toEqual({
      auditRows: 60,
      caseEvents: 0,
      waiting: 0,
      ok: true,
      firstBroken: null,
    });
  });

  test('leaves out a row until nothing older can still come before it', async () => {
    await base.db.tx(async (slow) => {
      await writeAudit(slow, line('slow'));
      await write('fast');
      await sealAll();
      const [open] = await base.owner.query<{ n: number }>(
        'select count(*) as n from audit a where not exists (select 1 from audit_seal s where s.upto_xid >= a.xid)',
      );
      // Neither the open transaction's row nor the one committed after it began may be sealed yet.
      expect(open?.n).toBe(1);
    });
    await sealedAll(app(), OFFICE);
    expect((await verifyChains(app(), OFFICE)).auditRows).toBe(62);
  });

  test('cannot be changed by the application itself', async () => {
    await expect(base.db.query("update audit set result = 'x'")).rejects.toThrow(/permission denied/);
    await expect(base.db.query('delete from audit')).rejects.toThrow(/permission denied/);
    await expect(base.db.query('delete from audit_seal')).rejects.toThrow(/permission denied/);
  });

  test.each([
    ['a changed word', "update audit set result = 'other' where object = 'case:5'"],
    ['a deleted row', "delete from audit where object = 'case:6'"],
    [
      'a row slipped in',
      `insert into audit select office, gen_random_uuid(), xid, at, actor, action, object, result, source, detail
       from audit where object = 'case:7'`,
    ],
    ['a link of its own making', "update audit_seal set digest = repeat('0', 64) where seq = 1"],
    ['a missing link', 'delete from audit_seal where seq = 1'],
  ])('shows %s, even by the owner of the database', async (_what, tamper) => {
    const copy = await testDb();
    const theirs = over(copy.db);
    for (let n = 0; n < 10; n += 1) {
      await writeAudit(copy.db.query, line(`case:${n}`));
      if (n === 5) await sealedAll(theirs, OFFICE);
    }
    await sealedAll(theirs, OFFICE);
    expect((await verifyChains(theirs, OFFICE)).ok).toBe(true);
    await copy.owner.query(tamper);
    const found = await verifyChains(theirs, OFFICE);
    expect(found.ok).toBe(false);
    expect(found.firstBroken).toMatch(/审计日志第 \d 段/);
    await copy.drop();
  });

  test('sealed by another key does not pass', async () => {
    const other = over(base.db, deriveKeys(randomBytes(32)));
    expect((await verifyChains(other, OFFICE)).ok).toBe(false);
  });
});
