import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownDelegation } from '@zhitongche/catalogue/outbound/trip/samples.ts';
import { restoreCommand } from '../../../apps/server/src/cli/restore.ts';
import type { Config } from '@zhitongche/core/server';
import { type AllVerified, verifyAll } from '@zhitongche/proof/server';
import { verifyByCode } from '@zhitongche/document/server';
import { type Running, start } from '../../../apps/server/src/start.ts';
import { atConsole } from '../../../apps/server/testing/backup/console.ts';
import { configOf } from '../../../apps/server/testing/backup/site.ts';
import { openWorkshop, type Workshop } from '../../../apps/server/testing/backup/workshop.ts';
import { type Deed, DEEDS } from '../../../apps/server/testing/crash/ledger.ts';
import { signIn } from '../../../apps/server/testing/nodes/caller.ts';
import { urlOf } from '../../../apps/server/testing/nodes/url-of.ts';
import { sealedAll } from '../../../apps/server/testing/settled.ts';
import { openAnyCase } from '@zhitongche/case/server';

let w: Workshop;
/** Taken while people file and approve. */
let busy = { path: '', before: [] as readonly Deed[], after: [] as readonly Deed[] };
/** Taken when nobody did anything, with what a walk over the source found then. */
let quiet = { path: '', found: [] as readonly AllVerified[] };

beforeAll(async () => {
  w = await openWorkshop();
  const { ledger, load } = w.site;
  const before = [...ledger.deeds];
  const { path } = await w.back(join(w.folder, 'busy.backup'));
  await load.rest();
  busy = { path, before, after: [...ledger.deeds] };
  expect(ledger.surprises).toEqual([]);
  quiet = await w.backQuiet(join(w.folder, 'quiet.backup'));
}, 300_000);
afterAll(() => w?.close());

describe('a backup taken while people work', () => {
  let restored: Running;
  let place: Config;

  beforeAll(async () => {
    // A server of its own, whose transaction numbers begin far below those the audit remembers.
    place = await configOf(join(w.folder, 'elsewhere'), { ZHITONGCHE_KEY: w.master });
    const { code, err, out } = await atConsole(restoreCommand, [busy.path, '--into', place.dataDir], {
      ZHITONGCHE_KEY: w.master,
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('恢复完成：试验省人民政府外事办公室');
    restored = await start(place, { log: pino({ level: 'silent' }) });
  }, 240_000);
  afterAll(() => restored?.stop());

  test('holds every act acknowledged before it began, and none that nobody took', async () => {
    const deeds = (
      await restored.app.db.query<{ what: string }>(
        `select substr(a.object, 6) || ' ' || a.action || ' ' || p.username as what from audit a
       join person p on p.office = a.office and p.id::text = a.actor->>'id'
       where a.action = any($1)`,
        [DEEDS],
      )
    )
      .map((row) => row.what)
      .toSorted();
    const told = (list: readonly Deed[]) =>
      list.map((d) => `${d.caseId} ${d.action} ${d.username}`).toSorted();
    expect(busy.before.length).toBeGreaterThan(5);
    expect(told(busy.before).filter((deed) => !deeds.includes(deed))).toEqual([]);
    expect(deeds.filter((deed) => !told(busy.after).includes(deed))).toEqual([]);
  });

  test('is one moment: events, states, registers, numbers and files agree', async () => {
    const [found] = await verifyAll(restored.app);
    expect(found?.broken).toEqual([]);
    expect(found?.caseEvents).toBeGreaterThan(0);
    expect(found?.files).toBeGreaterThan(0);
  });

  test('lets its people in, and seals what they do after what was done before', async () => {
    const [before] = await verifyAll(restored.app);
    const caller = await signIn(restored.address, 'handler');
    expect((await caller.call('me')).status).toBe(200);
    await sealedAll(restored.app, place.office);
    const [after] = await verifyAll(restored.app);
    expect(after?.broken).toEqual([]);
    // The restore itself and the log-in.
    expect(after?.auditRows).toBeGreaterThanOrEqual((before?.auditRows ?? 0) + 1);
    const [order] = await restored.app.db.query<{ shift: number; early: number; late: number }>(
      `select xid_shift() as shift,
         (select count(*) from audit a where a.xid <= r.xid and a.at > r.at) as early,
         (select count(*) from audit a where a.xid >= r.xid and a.at < r.at) as late
       from audit r where r.action = 'backup.restore'`,
    );
    expect(order).toMatchObject({ early: 0, late: 0 });
    // The restored server's own numbers are lower than those on record: without a shift the rows above would come first.
    expect(order?.shift).toBeGreaterThan(0);
  });

  test('goes on working: a new case can be begun', async () => {
    const caller = await signIn(restored.address, 'unit1-filer');
    const created = await caller.call('createCase', { body: { service: 'outbound-trip' } });
    expect(created.status).toBeLessThan(300);
    expect((await verifyAll(restored.app))[0]?.broken).toEqual([]);
  });
});

describe('a backup restored into a given database', () => {
  let restored: Running;
  let place: Config;

  beforeAll(async () => {
    const db = await w.base();
    const env = { DATABASE_URL: urlOf(db), ZHITONGCHE_KEY: w.master };
    place = await configOf(join(w.folder, 'given'), env);
    const { code, err } = await atConsole(restoreCommand, [quiet.path, '--into', place.dataDir], env);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    restored = await start({ ...place, worker: false }, { log: pino({ level: 'silent' }) });
  }, 240_000);
  afterAll(() => restored?.stop());

  test('walks to the same counts as the source did', async () => {
    await sealedAll(restored.app, place.office);
    const [was] = quiet.found;
    const [is] = await verifyAll(restored.app);
    expect(was?.broken).toEqual([]);
    expect(was?.registerRows).toBeGreaterThan(0);
    // The row that records the restore.
    expect(is).toEqual({ ...was, auditRows: (was?.auditRows ?? 0) + 1 });
  });

  test('verifies a paper by the code printed on it, and the paper is the same to the byte', async () => {
    const [paper] = await w.site.running.app.db.query<{ code: string; pdf_digest: string }>(
      'select code, pdf_digest from paper limit 1',
    );
    const found = await verifyByCode(restored.app, paper?.code ?? '');
    expect(found).toMatchObject({ result: 'valid', digest: paper?.pdf_digest });
    const bytes = await restored.app.blobs.read(paper?.pdf_digest ?? '');
    expect(Buffer.from(bytes ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  test('opens sealed answers with the same master key', async () => {
    const [row] = await restored.app.db.query<{ id: string; body: string }>(
      "select case_id as id, body::text from case_event where body->>'type' = 'submitted' limit 1",
    );
    const stated = JSON.stringify(
      (await openAnyCase(restored.app, place.office, row?.id ?? '', { person: row?.id ?? '', key: '' }))
        ?.state.answers,
    );
    const filled = JSON.stringify(ownDelegation({ today: '2026-11-02' }));
    const citizen = /"citizenId":"(\d{17}[\dX])"/.exec(filled)?.[1] ?? 'none';
    expect(row?.body).not.toContain(citizen);
    expect(stated).toContain(citizen);
  });

  test('refuses to be written over unless told, and then is replaced whole', async () => {
    const env = { DATABASE_URL: place.databaseUrl ?? '', ZHITONGCHE_KEY: w.master };
    const open_ = await atConsole(restoreCommand, [quiet.path, '--into', place.dataDir], env);
    expect(open_).toMatchObject({ code: 1, err: expect.stringContaining('还有程序连着这个数据库') });
    await restored.stop();
    const told = await atConsole(restoreCommand, [quiet.path, '--into', place.dataDir], env);
    expect(told).toMatchObject({ code: 1, err: expect.stringContaining('目标数据库里已有数据') });
    expect(
      (await atConsole(restoreCommand, [quiet.path, '--into', place.dataDir, '--replace'], env)).code,
    ).toBe(0);
    restored = await start({ ...place, worker: false }, { log: pino({ level: 'silent' }) });
    expect((await verifyAll(restored.app))[0]?.broken).toEqual([]);
  });
});
