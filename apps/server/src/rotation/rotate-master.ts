import { setTimeout as pause } from 'node:timers/promises';
import { type App, codePrefix, keyChecks, keyInForce, noteEnded } from '@zhitongche/core/server';
import { markAdoption, markTold, toldAdoption } from '@zhitongche/audit/server';
import type { Query } from '@zhitongche/host';
import { eachCodedTable } from '@zhitongche/proof/server';
import { KEY_CHANGED, takeKeyInForce } from './key-in-force.ts';
import { drawMaster, masterChanging, placesOf } from './master.ts';
import { nodesAtWork } from './nodes.ts';
import { Refused } from './refused.ts';
import { codesBefore, renewCodes } from './renew-codes.ts';
import { digestsBefore, renewDigests } from './renew-digests.ts';
import { type Resealed, reseal, together } from './reseal.ts';
import { RESEALABLE } from './sealed-places.ts';
import { tellKeys } from './tell.ts';

/** Walks before the rest is left to the next run, and the milliseconds between two. */
const WALKS = 5;
const WAIT = 1_000;
/** Milliseconds a node has to take the new master secret up. */
const PATIENCE = 60_000;
const LOOK = 200;

/** What the operator asked for. */
export interface MasterAsked {
  /** Milliseconds between two walks. */
  readonly wait?: number;
  /** Milliseconds nodes have. */
  readonly patience?: number;
}

/** What a run did and left. */
export interface MasterRotated {
  /** The master secret in force, counted from 1. */
  readonly generation: number;
  /** Whether this run put it in force; otherwise it went on with an earlier run's. */
  readonly drawn: boolean;
  readonly moved: number;
  /** What others held when it was last looked at. */
  readonly passed: number;
  /** What cannot be renewed, one sentence each: it counts for nothing once the change has ended. */
  readonly broken: readonly string[];
  /** Whether nothing counts any more under those before it. */
  readonly ended: boolean;
}

/**
 * Changes the master secret while nodes serve: puts the next in force, waits until every node writes under it, renews
 * everything no chain covers, and then ends the time of the one before. Cut off anywhere, the next run goes on.
 */
export async function rotateMaster(app: App, asked: MasterAsked = {}): Promise<MasterRotated> {
  const drawn = await drawMaster(app);
  await takeKeyInForce(app.db, app.keys);
  const { generation } = app.keys;
  if (!masterChanging(app)) return { generation, drawn, moved: 0, passed: 0, broken: [], ended: true };
  await allTaken(app, asked.patience ?? PATIENCE);
  await othersDone(app, asked.patience ?? PATIENCE);
  let moved = 0;
  for (let walk = 1; ; walk += 1) {
    const done = await renewAll(app);
    moved += done.moved;
    const rest = { generation, drawn, moved, passed: done.passed, broken: done.broken };
    // Only a walk that finds nothing any more shows that nobody writes under the one before.
    const ended = done.moved === 0 && done.passed === 0;
    if (ended || walk === WALKS) {
      const { passed, broken } = done;
      await tellKeys(app.db.query, app, 'master.renew', `master:${generation}`, {
        moved,
        remaining: passed,
        broken: broken.length,
      });
      if (ended) await endBefore(app);
      return { ...rest, ended };
    }
    await pause(asked.wait ?? WAIT);
  }
}

/** One walk over everything that can be written anew. */
async function renewAll(app: App): Promise<Resealed> {
  const to = app.keys.fieldKeyOf(keyInForce(await keyChecks(app.db.query)));
  if (!to) throw new Error('The field key in force is of another master secret');
  const done: Resealed[] = [];
  for (const { office } of await app.db.query<{ office: string }>(
    'select office from office order by office',
  )) {
    for (const column of RESEALABLE) done.push(await reseal(app, office, column, to));
    done.push(await renewCodes(app, office), await renewDigests(app, office));
  }
  return together([...done, await renewFiles(app)]);
}

/** What stands under a master secret before the one in force, beside what is sealed. */
export async function leftBefore(
  app: App,
): Promise<{ readonly codes: number; readonly digests: number; readonly files: number }> {
  const left = { codes: 0, digests: 0, files: 0 };
  for (const { office } of await app.db.query<{ office: string }>('select office from office')) {
    for (const n of await eachCodedTable((table) => codesBefore(app, office, table.table))) left.codes += n;
    left.digests += await digestsBefore(app, office);
  }
  for await (const _ of app.blobs.older()) left.files += 1;
  return left;
}

async function renewFiles({ blobs }: App): Promise<Resealed> {
  const broken: string[] = [];
  let moved = 0;
  for await (const digest of blobs.older())
    if (await blobs.renew(digest)) moved += 1;
    else broken.push(`文件 ${digest} 的内容与其摘要不符`);
  return { moved, passed: 0, broken };
}

/** Waits until every node at work says that it writes under the master secret in force. */
async function allTaken(app: App, patience: number): Promise<void> {
  for (let waited = 0; ; waited += LOOK) {
    const behind = (await nodesAtWork(app.db.query)).filter(
      ({ generation }) => generation !== app.keys.generation,
    );
    if (behind.length === 0) return;
    if (waited >= patience)
      throw new Refused(
        `有 ${behind.length} 个运行中的节点没有改用新的主密钥（${placesOf(behind)}）：请重启这些节点，再运行本命令继续。`,
      );
    await pause(LOOK);
  }
}

/** Waits for what was begun before: it may still write under the master secret before. */
async function othersDone({ db }: App, patience: number): Promise<void> {
  const [now] = await db.query<{ xid: string }>('select pg_current_xact_id()::text as xid');
  for (let waited = 0; waited < patience; waited += LOOK) {
    const [done] = await db.query<{ all: boolean }>(
      'select pg_snapshot_xmin(pg_current_snapshot()) > $1::text::xid8 as all',
      [now?.xid],
    );
    if (done?.all) return;
    await pause(LOOK);
  }
  throw new Refused('有一项数据库操作长时间没有结束，可能仍以旧的主密钥写入：请稍后再运行本命令继续。');
}

/** Says under the master secret in force that adoption is over where it is: one who has the old could date a line before its end. */
async function sayClosed({ keys, admission }: App, query: Query, at: Date): Promise<void> {
  for (const { office } of await query<{ office: string }>('select office from office')) {
    const { open, since } = await admission.state(office, query);
    if (!open && since !== null) await markAdoption(keys, query, office, 'close', at);
    if (!(await toldAdoption(keys, query, office)).open) await markTold(keys, query, office, 'close', at);
  }
}

/** Ends the time of every master secret before the one in force, and with it the sessions opened under them. */
async function endBefore(app: App): Promise<void> {
  const { generation } = app.keys;
  await app.db.tx(async (query) => {
    await query("select pg_advisory_xact_lock(hashtext('field-key'), 0)");
    const [place] = await query<{ xid: string }>('select audit_xid()::text as xid');
    const at = app.clock();
    await noteEnded(query, app.keys, { xid: place?.xid ?? '0', at: at.toISOString() });
    await sayClosed(app, query, at);
    const gone = await query<{ office: string; person: string }>(
      'delete from session where csrf not like $1 returning office, person',
      [`m.${codePrefix(generation)}%`],
    );
    for (const { office, person } of gone) await app.sessions.changed(query, office, person);
    await tellKeys(query, app, 'master.end', `master:${generation}`, { generation });
    await query('select pg_notify($1, $2)', [KEY_CHANGED, 'ended']);
  });
  await takeKeyInForce(app.db, app.keys);
}
