import { canonicalJson, fold, type StoredEvent } from '@zhitongche/case';
import type { App } from '@zhitongche/core/server';
import { isId } from '@zhitongche/host';
import { type LinkEnds, linkEnds } from './verify-links.ts';
import { stripState, type StoredState } from '@zhitongche/case/server';

/** What a walk found; sentences name what is not as it was written. */
export interface Walked {
  readonly checked: number;
  readonly broken: readonly string[];
}

const BATCH = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Replays every case of an office and compares what comes out with the state stored beside its events. */
export async function verifyStates(app: App, office: string): Promise<Walked> {
  const broken: string[] = [];
  let checked = 0;
  const ends = linkEnds();
  let after = FIRST;
  for (;;) {
    const cases = await app.db.query<{
      id: string;
      number: string | null;
      state: StoredState;
      head: string;
      revision: number;
    }>(
      'select id, number, state, head, revision from case_file where office = $1 and id > $2 order by id limit $3',
      [office, after, BATCH],
    );
    const last = cases.at(-1);
    if (!last) return { checked, broken: [...broken, ...(await unequalLinks(app, office, ends))] };
    after = last.id;
    const events = await eventsOf(
      app,
      office,
      cases.map((row) => row.id),
    );
    for (const row of cases) {
      const own = events.get(row.id) ?? [];
      const name = nameOf(row.id, row.number);
      // JSON on both sides: the stored state has been through it.
      const replayed: unknown = JSON.parse(JSON.stringify(stripState(fold(own))));
      const path = differs(replayed, row.state, '');
      if (row.revision !== own.length) broken.push(`${name} 的修订号与事件数不同`);
      else if ((own.at(-1)?.digest ?? '') !== row.head) broken.push(`${name} 的链头与最后一个事件不同`);
      else if (path !== null) broken.push(`${name} 的当前状态与事件重放不同，在 ${path || '/'}`);
      ends.add(row.id, name, own);
      checked += 1;
    }
  }
}

/**
 * Links that are not the same at both ends. The walk reads case after case while people work: what it doubts is read again,
 * all ends in one statement, before anything is said of it.
 */
async function unequalLinks(app: App, office: string, walked: LinkEnds): Promise<readonly string[]> {
  const doubted = walked.doubted();
  if (doubted.size === 0) return [];
  const rows = await app.db.query<{ id: string; number: string | null; bodies: StoredEvent['body'][] }>(
    `select f.id, f.number, (select json_agg(e.body order by e.seq) from case_event e
       where e.office = f.office and e.case_id = f.id) as bodies
     from case_file f where f.office = $1 and f.id = any($2::uuid[]) order by f.id`,
    // What was tampered with may name anything.
    [office, [...new Set([...doubted.values()].flat())].filter(isId)],
  );
  const ends = linkEnds();
  for (const { id, number, bodies } of rows)
    ends.add(
      id,
      nameOf(id, number),
      // Its other links lead to cases that are not read again.
      (bodies ?? []).flatMap((body) => ('link' in body && !doubted.has(body.link) ? [] : [{ body }])),
    );
  return ends.broken();
}

const nameOf = (id: string, number: string | null): string => `办件 ${number ?? id}`;

/** JSON pointer to the first member in which two values differ; null when they are equal. */
export function differs(a: unknown, b: unknown, at: string): string | null {
  if (!isRecord(a) || !isRecord(b) || Array.isArray(a) !== Array.isArray(b))
    return canonicalJson(a ?? null) === canonicalJson(b ?? null) ? null : at;
  for (const key of [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted()) {
    const found = differs(a[key], b[key], `${at}/${key}`);
    if (found !== null) return found;
  }
  return null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

async function eventsOf(
  app: App,
  office: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredEvent[]>> {
  const rows = await app.db.query<Omit<StoredEvent, 'at'> & { case_id: string; at: Date }>(
    `select case_id, seq, at, zone, doer, body, prev, digest from case_event
     where office = $1 and case_id = any($2::uuid[]) order by case_id, seq`,
    [office, ids],
  );
  const events = new Map<string, StoredEvent[]>();
  for (const { case_id: id, at, ...event } of rows)
    events.set(id, [...(events.get(id) ?? []), { ...event, at: at.toISOString() }]);
  return events;
}
