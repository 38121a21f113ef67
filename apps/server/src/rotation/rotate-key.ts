import { setTimeout as pause } from 'node:timers/promises';
import {
  type App,
  keyChecks,
  keyInForce,
  noteKey,
  newestFieldKey,
  nextFieldKey,
} from '@zhitongche/core/server';
import { KEY_CHANGED } from './key-in-force.ts';
import { reseal } from './reseal.ts';
import { RESEALABLE } from './sealed-places.ts';
import { tellKeys } from './tell.ts';
import { keysSeen, type OfficeStanding, remaining, standings } from './standings.ts';

/** Walks before the rest is left to the next run, and the milliseconds between two. */
const WALKS = 5;
const WAIT = 1_000;

/** What the operator asked for. */
export interface RotationAsked {
  /** Draws another key even while values remain under an earlier one. */
  readonly next?: boolean;
  /** Milliseconds between two walks; nodes end what they had begun under the old key meanwhile. */
  readonly wait?: number;
}

/** What a run did and left. */
export interface Rotated {
  /** The key in force. */
  readonly key: string;
  /** Whether this run drew it; otherwise it went on with an earlier run's. */
  readonly drawn: boolean;
  readonly moved: number;
  /** Values under other field keys that could be sealed anew. */
  readonly remaining: number;
  /** Rows that cannot be sealed anew, one sentence each. */
  readonly broken: readonly string[];
  readonly standings: readonly OfficeStanding[];
}

/**
 * Puts the next field key in force and seals everything under it that no chain covers. While an earlier run left values
 * behind, it goes on with that run's key instead of drawing another.
 */
export async function rotateKey(app: App, asked: RotationAsked = {}): Promise<Rotated> {
  const before = await standings(app);
  const drawn = await drawKey(app, before, asked.next ?? false);
  const key = drawn ?? keyInForce(await keyChecks(app.db.query));
  const { moved, broken } = await resealAll(app, key, asked.wait ?? WAIT);
  const after = await standings(app);
  const left = remaining(after, key);
  await tellKeys(app.db.query, app, 'key.reseal', `key:${key}`, {
    key,
    moved,
    remaining: left,
    broken: broken.length,
  });
  return { key, drawn: drawn !== null, moved, remaining: left, broken, standings: after };
}

/** Writes the next key down and tells every node, in one commit; null = an earlier rotation is to be ended first. */
async function drawKey(app: App, before: readonly OfficeStanding[], next: boolean): Promise<string | null> {
  return await app.db.tx(async (query) => {
    await query("select pg_advisory_xact_lock(hashtext('field-key'), 0)");
    const from = keyInForce(await keyChecks(query));
    // A key somebody took out of the table is not fallen back behind: what it sealed would be sealed under an older one.
    const newest = newestFieldKey([from, ...keysSeen(before)]);
    if (!next && newest === from && remaining(before, from) > 0) return null;
    const to = nextFieldKey(newest);
    await noteKey(query, app.keys, to);
    await tellKeys(query, app, 'key.draw', `key:${to}`, { from, to });
    await query('select pg_notify($1, $2)', [KEY_CHANGED, to]);
    return to;
  });
}

async function resealAll(
  app: App,
  key: string,
  wait: number,
): Promise<{ readonly moved: number; readonly broken: readonly string[] }> {
  const to = app.keys.fieldKeyOf(key);
  if (!to) throw new RangeError(`${key} is not the id of a field key`);
  const offices = await app.db.query<{ office: string }>('select office from office order by office');
  let moved = 0;
  for (let walk = 1; ; walk += 1) {
    const done = [];
    for (const { office } of offices)
      for (const column of RESEALABLE) done.push(await reseal(app, office, column, to));
    const now = done.reduce((sum, one) => sum + one.moved, 0);
    moved += now;
    // The walk that finds nothing any more is the last: what nodes had begun under the old key is in by then.
    if (walk === WALKS || (now === 0 && done.every(({ passed }) => passed === 0)))
      return { moved, broken: done.flatMap((one) => one.broken) };
    await pause(wait);
  }
}
