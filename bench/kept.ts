import { Readable } from 'node:stream';
import type { App, OfficeActor } from '@zhitongche/core/server';
import { APP_ROLE, newId, openDb } from '@zhitongche/host';
import { stickers } from '../catalogue/stock/sticker/index.ts';
import { stageCounts } from '../platform/register/server/kept/count-rows.ts';
import { importKept } from '../platform/register/server/kept/import-kept.ts';
import { listRows, type RowsAsked } from '../platform/register/server/kept/list-rows.ts';
import { registerIn } from '@zhitongche/register/server';
import { rowWriting } from '../platform/register/server/kept/row-writing.ts';
import { writeInParts } from '../platform/register/server/kept/write-rows.ts';
import { benchApp, runningClock } from './lib/app.ts';
import { actorOf, makeOffice } from './lib/office.ts';
import { startServer } from './lib/postgres.ts';
import { latency, round } from './lib/stats.ts';

const FEW = 10_000;
const ASKED = 40;
const IMPORTED = 10_000;
/** Rows written in one transaction. */
const PART = 20_000;

const QUESTIONS: Readonly<Record<string, (n: number, at: number) => RowsAsked>> = {
  'first page by day': () => ({ order: 'day' }),
  'first page by name': () => ({ order: 'title' }),
  'one stage': () => ({ stage: 'in' }),
  'a rare stage': () => ({ stage: 'issued' }),
  'filtered by place': () => ({ filters: ['place=window'] }),
  'searched by serial': (n, at) => ({ q: serial((at * 7919) % n) }),
  'searched by words': () => ({ q: '批次7' }),
};

/** One row in so many stands at another stage. */
const RARE = 500;
/** Pages turned before one is asked for again and again. */
const TURNED = 10;

const serial = (n: number): string => `BN${String(n).padStart(8, '0')}`;
const answersOf = (n: number) => ({
  serial: serial(n),
  batch: `批次${n % 50}`,
  place: n % 20 === 0 ? 'window' : 'store',
});

/** Registers people keep: lists, search, filters and counts at ten thousand rows and at many, an import with its checks. Argument: many. */
export default async function kept([many = '1000000']: readonly string[]): Promise<Record<string, unknown>> {
  const server = await startServer();
  const db = openDb(server.target, { size: 8, role: APP_ROLE, broken: () => undefined });
  try {
    const app = await benchApp({
      db,
      folder: server.folder,
      office: 'bench',
      clock: runningClock(Date.now()),
    });
    const office = await makeOffice(app, { code: 'bench', name: '测量省外办', units: 2 });
    const actor = actorOf(office, 'handler');
    const few = await grownTo(app, actor, 0, FEW);
    await server.owner.query('analyze');
    const atFew = await asked(app, actor, FEW);
    const imported = await importing(app, actor);
    const lots = await grownTo(app, actor, FEW, Number(many));
    await server.owner.query('vacuum analyze');
    const atMany = await asked(app, actor, Number(many));
    return {
      postgres: server.version,
      method: { few: FEW, many: Number(many), asked: ASKED, imported: IMPORTED },
      rowsWrittenPerSecond: { few, many: lots },
      import: imported,
      few: atFew,
      many: atMany,
      p95Ratios: Object.fromEntries(
        Object.keys(atFew).map((name) => [
          name,
          round((atMany[name]?.p95 ?? 0) / Math.max(atFew[name]?.p95 ?? 0, 0.01)),
        ]),
      ),
    };
  } finally {
    await db.close();
    await server.stop();
  }
}

/** Enters rows as people and imports do, chained and sealed; gives how many a second. */
async function grownTo(app: App, actor: OfficeActor, from: number, to: number): Promise<number> {
  const opened = await registerIn(app, actor, stickers.code);
  const began = performance.now();
  for (let start = from; start < to; start += PART) {
    const now = app.clock();
    const changes = Array.from({ length: Math.min(PART, to - start) }, (_, n) => ({
      kind: stickers,
      id: newId(now.getTime()),
      before: null,
      events: [
        {
          type: 'entered' as const,
          answers: answersOf(start + n),
          org: opened.home,
          stage: (start + n) % RARE === 0 ? 'issued' : 'in',
          origin: { by: 'person' as const },
        },
      ],
    }));
    await app.db.tx(async (query) => {
      const { id, name, org, source } = actor;
      const by = { at: now, doer: { id, name, org }, source, action: 'register.enter' };
      await writeInParts(query, changes, rowWriting(app, opened.book, by));
    });
  }
  return round(((to - from) * 1000) / (performance.now() - began));
}

/** A list of CSV lines, looked at and then written; gives lines a second of each. */
async function importing(app: App, actor: OfficeActor) {
  const lines = Array.from({ length: IMPORTED }, (_, n) => `IM${String(n).padStart(8, '0')},导入批次,库房`);
  const bytes = Buffer.from(['号码,批号,存放地点', ...lines].join('\n'));
  const read = (confirm?: string) =>
    importKept(app, actor, {
      register: stickers.code,
      key: newId(),
      confirm,
      file: { name: '贴纸.csv', stream: Readable.from([bytes]), limit: bytes.length },
    });
  const began = performance.now();
  const { digest } = await read();
  const looked = performance.now();
  const done = await read(digest);
  const written = performance.now();
  if (!done.written) throw new Error('the list was not written');
  return {
    checkedPerSecond: round((IMPORTED * 1000) / (looked - began)),
    writtenPerSecond: round((IMPORTED * 1000) / (written - looked)),
  };
}

/** Each question many times, one after another, in milliseconds; the first of each is not counted. */
async function asked(app: App, actor: OfficeActor, n: number) {
  const times: Record<string, ReturnType<typeof latency>> = {};
  const timed = async (name: string, ask: (at: number) => Promise<unknown>): Promise<void> => {
    const taken: number[] = [];
    for (let at = 0; at <= ASKED; at += 1) {
      const began = performance.now();
      await ask(at);
      if (at > 0) taken.push(performance.now() - began);
    }
    times[name] = latency(taken);
  };
  for (const [name, question] of Object.entries(QUESTIONS))
    await timed(name, (at) => listRows(app, actor, stickers.code, question(n, at)));
  const cursor = await pagesOn(app, actor);
  await timed('page eleven by day', () => listRows(app, actor, stickers.code, { order: 'day', cursor }));
  await timed('the board', () =>
    Promise.all([
      stageCounts(app, actor, stickers.code),
      ...Object.keys(stickers.stages?.list ?? {}).map((stage) =>
        listRows(app, actor, stickers.code, { stage }),
      ),
    ]),
  );
  await timed('counts by stage', () => stageCounts(app, actor, stickers.code));
  return times;
}

/** Where the list goes on after some pages. */
async function pagesOn(app: App, actor: OfficeActor): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < TURNED; page += 1) {
    const { next } = await listRows(app, actor, stickers.code, { order: 'day', cursor });
    cursor = next ?? cursor;
  }
  return cursor;
}
