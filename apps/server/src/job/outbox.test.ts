import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '@zhitongche/core/server';
import { type Db, connectionLost, openDb, APP_ROLE, newId } from '@zhitongche/host';
import { type Forwarder, openForwarder, urlThrough } from '../../testing/failover/forwarder.ts';
import { testOffice, type TestOffice } from '../../testing/office.ts';
import { toyService } from '../../testing/toy-service.ts';
import { type JobHandler, runNextJob } from './outbox.ts';

let t: TestOffice;
let way: Forwarder;
let far: Db;
/** Two nodes on one database; the way of the second can be cut. */
let near: App;
let other: App;

beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  const { target } = t.base;
  way = await openForwarder({ path: join(target.host ?? '', `.s.PGSQL.${target.port}`) });
  const connectionString = urlThrough(way, target.user ?? '', target.database ?? '');
  far = openDb({ connectionString }, { size: 4, role: APP_ROLE, broken: () => undefined });
  near = t.app;
  other = { ...t.app, db: far };
});
afterEach(() => t.base.owner.query('delete from outbox'));
afterAll(async () => {
  await way.close();
  await far.close();
  await t.drop();
});

async function ask(kind: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1)
    await t.base.owner.query(
      "insert into outbox (office, id, kind, payload, run_after) values ($1, $2, $3, '{}', $4)",
      [t.office, newId(), kind, t.app.clock()],
    );
}
/** What a job writes: one notice. */
const told = async (text: string): Promise<number> =>
  (await t.base.owner.query('select id from notice where text = $1', [text])).length;
const tell = async (query: Parameters<JobHandler>[2], text: string): Promise<void> => {
  const { id } = await t.actor('filer');
  await query('insert into notice (office, person, id, at, text) values ($1, $2, $3, $4, $5)', [
    t.office,
    id,
    newId(),
    t.app.clock(),
    text,
  ]);
};

describe('a job has one runner', () => {
  it('though every hand of two nodes reaches for it at the same moment, again and again', async () => {
    await t.actor('filer');
    let running = 0;
    let most = 0;
    const seen = new Map<string, number>();
    const handlers = {
      race: (async (_app, job, query) => {
        seen.set(job.id, (seen.get(job.id) ?? 0) + 1);
        running += 1;
        most = Math.max(most, running);
        // Long enough for everybody else to find the row locked.
        await query('select pg_sleep(0.02)');
        await tell(query, 'raced');
        running -= 1;
      }) satisfies JobHandler,
    };
    for (let round = 0; round < 10; round += 1) {
      await ask('race', 1);
      const took = await Promise.all(
        [near, other, near, other, near, other].map((node) => runNextJob(node, handlers)),
      );
      expect(took.filter(Boolean)).toHaveLength(1);
    }
    expect(most).toBe(1);
    expect([...seen.values()]).toEqual(Array.from({ length: 10 }, () => 1));
    expect(await told('raced')).toBe(10);
  });

  it('and several jobs have several runners, none of them twice', async () => {
    await ask('many', 30);
    const seen: string[] = [];
    const handlers = {
      many: (async (_app, job, query) => {
        seen.push(job.id);
        await tell(query, 'many');
      }) satisfies JobHandler,
    };
    const hand = async (node: App): Promise<void> => {
      while (await runNextJob(node, handlers));
    };
    await Promise.all([hand(near), hand(near), hand(other), hand(other)]);
    expect(new Set(seen).size).toBe(30);
    expect(await told('many')).toBe(30);
  });

  it('and another one when the first lost its database in the middle: what the first wrote is nowhere, and nothing is held against the job', async () => {
    await ask('cut', 1);
    let arrived = (): void => undefined;
    let go = (): void => undefined;
    const midway = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const going = new Promise<void>((resolve) => {
      go = resolve;
    });
    const slow: JobHandler = async (_app, _job, query) => {
      await tell(query, 'cut');
      arrived();
      await going;
      await tell(query, 'cut');
    };
    const first = runNextJob(other, { cut: slow });
    await midway;
    const quick: JobHandler = (_app, _job, query) => tell(query, 'cut');
    expect(await runNextJob(near, { cut: quick })).toBe(false);
    way.cut();
    await expect.poll(() => runNextJob(near, { cut: quick }), { timeout: 20_000 }).toBe(true);
    go();
    expect(await first.then(() => false, connectionLost)).toBe(true);
    expect(await told('cut')).toBe(1);
  });

  it('whose database went away is not counted as a failed try', async () => {
    await ask('away', 1);
    const handlers = {
      away: (async (_app, _job, query) => {
        way.cut();
        await query('select 1');
      }) satisfies JobHandler,
    };
    expect(await runNextJob(other, handlers).then(() => false, connectionLost)).toBe(true);
    const rows = await t.base.owner.query('select attempts, problem from outbox');
    expect(rows).toEqual([{ attempts: 0, problem: null }]);
  });
});
