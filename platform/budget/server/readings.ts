import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { API, ReplyOf } from '@zhitongche/contract';
import { dayInShanghai, type Problem } from '@zhitongche/base';
import {
  type OfficeActor,
  type App,
  type FileReply,
  idempotent,
  notFound,
  ProblemError,
  unsound,
} from '@zhitongche/core/server';
import { record } from '@zhitongche/audit/server';
import {
  tooLarge,
  holdFile,
  demandOpenable,
  noteScan,
  scanArrived,
  safeFileName,
  servedInline,
  spool,
} from '@zhitongche/file/server';
import { newId } from '@zhitongche/host';
import { budgetPolicy } from './budget-policies.ts';
import { budgetScope, writingOffice } from './budget-scope.ts';
import { judgeBudgetFile } from './judge-file.ts';
import { queueReading, STILL } from './read-file.ts';
import { prove, type StoredResult } from './shapes.ts';
import type { PrintedLine } from './thread-task.ts';

/** A budget file as it arrives. */
export interface ArrivingBudget {
  readonly key: string;
  readonly name: string;
  readonly stream: Readable;
  /** Largest size in bytes. */
  readonly limit: number;
}

/** Takes a file in and starts reading it; what is refused leaves nothing behind. */
export async function startReading(
  app: App,
  actor: OfficeActor,
  arriving: ArrivingBudget,
): Promise<{ id: string }> {
  const org = await writingOffice(app, actor);
  const now = app.clock();
  const name = safeFileName(arriving.name);
  const kept = await spool(arriving.stream, join(app.config.dataDir, 'spool'), arriving.limit);
  if (!kept) throw tooLarge(arriving.limit);
  try {
    if (!name) throw unsound([unusableName]);
    const judged = await judgeBudgetFile(app.reader, name, kept, actor.id);
    if (!judged.ok) throw unsound(judged.problems, judged.problems[0]?.code, judged.problems[0]?.message);
    const book = await app.offices.get(actor.office);
    const policy = budgetPolicy(book.policyRows, dayInShanghai(now.toISOString()));
    await notTooMany(app, actor.office, policy.queue);
    const scanned = await scanArrived(app, actor, 'budget', kept);
    const { digest, size } = await app.blobs.put(kept.stream());
    let fresh = false;
    const asked = { key: arriving.key, what: 'readBudget', request: { name, digest } };
    const reply = await idempotent(app, actor, asked, async (query) => {
      fresh = true;
      const id = newId(now.getTime());
      await holdFile(app, query, digest, kept);
      await noteScan(query, { office: actor.office, digest, now }, scanned);
      await query(
        `insert into budget_reading (office, id, org, by_person, name, type, size, digest, status, created_at, touched_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, $9)`,
        [actor.office, id, org, actor.id, name, judged.value, size, digest, now],
      );
      await record(query, actor, now, 'budget.read', `budget:${id}`, { digest, size });
      return { id };
    });
    if (fresh) queueReading(app, actor.office, reply.id, policy);
    return reply;
  } finally {
    await kept.drop();
  }
}

const unusableName: Problem = {
  code: 'file.name',
  level: 'block',
  at: [],
  message: '文件名无法使用。',
  en: 'The file name cannot be used.',
  todo: '请改用普通文字命名。',
};

async function notTooMany(app: App, office: string, most: number): Promise<void> {
  const [row] = await app.db.query<{ n: number }>(
    `select count(*) as n from budget_reading where office = $1 and status in ('waiting', 'reading') and touched_at > $2`,
    [office, new Date(app.clock().getTime() - STILL)],
  );
  if ((row?.n ?? 0) >= most)
    throw new ProblemError(
      503,
      'budget.queue',
      '正在读取的文件较多，请过几分钟再上传。',
      'Many files are being read; try again in some minutes.',
      { retryAfter: 120 },
    );
}

interface ReadingRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly digest: string;
  readonly status: 'waiting' | 'reading' | 'done' | 'failed';
  readonly share: number;
  readonly problems: Problem[];
  readonly created_at: Date;
  readonly touched_at: Date;
}

const COLUMNS = 'id, name, type, size, digest, status, share, problems, created_at, touched_at';

/** The actor's files that were read and not saved as a budget. */
export async function listReadings(
  app: App,
  actor: OfficeActor,
): Promise<ReplyOf<(typeof API)['budgetReadings']>> {
  const org = await writingOffice(app, actor);
  const rows = await app.db.query<ReadingRow>(
    `select ${COLUMNS} from budget_reading r where office = $1 and by_person = $2 and org = $3
       and not exists (select 1 from disclosure d where d.office = r.office and d.id = r.id)
     order by id desc limit 50`,
    [actor.office, actor.id, org],
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    size: row.size,
    at: row.created_at.toISOString(),
    status: lost(app, row) ? 'failed' : row.status,
  }));
}

/**
 * How far a reading has come and, once done, what it gave.
 * @throws ProblemError: `budget.no-reading`.
 */
export async function showReading(
  app: App,
  actor: OfficeActor,
  id: string,
): Promise<ReplyOf<(typeof API)['budgetReading']>> {
  const org = await writingOffice(app, actor);
  const [row] = await app.db.query<ReadingRow & { result: StoredResult | null }>(
    `select ${COLUMNS}, result from budget_reading where office = $1 and id = $2 and org = $3`,
    [actor.office, id, org],
  );
  if (!row) throw noReading();
  const { result } = row;
  const gone = lost(app, row);
  return {
    id,
    status: gone ? 'failed' : row.status,
    share: row.share,
    source: sourceOf(row),
    problems: gone ? [interrupted] : row.problems,
    result:
      result === null ? null : { ...result, reconciliation: prove(result.model, result.findings, []).proof },
  };
}

/** Where a reading came from, for replies. */
export const sourceOf = (row: Pick<ReadingRow, 'name' | 'size' | 'digest' | 'created_at'>) => ({
  name: row.name,
  size: row.size,
  digest: row.digest,
  at: row.created_at.toISOString(),
});

const lost = (app: App, row: ReadingRow): boolean =>
  (row.status === 'waiting' || row.status === 'reading') &&
  app.clock().getTime() - row.touched_at.getTime() > STILL;

const interrupted: Problem = {
  code: 'budget.interrupted',
  level: 'block',
  at: [],
  message: '读取中断，没有得到结果。',
  en: 'The reading was interrupted.',
  todo: '请重新上传文件。',
};

/**
 * The printed lines of the source.
 * @throws ProblemError: `budget.no-reading`.
 */
export async function sourceLines(
  app: App,
  actor: OfficeActor,
  id: string,
): Promise<ReplyOf<(typeof API)['budgetSource']>> {
  const [row] = await app.db.query<{ lines: { lines: PrintedLine[]; cut: boolean } | null }>(
    'select lines from budget_reading where office = $1 and id = $2 and org = any($3::uuid[])',
    [actor.office, id, (await budgetScope(app, actor)).reads],
  );
  if (!row) throw noReading();
  const { lines = [], cut = false } = row.lines ?? {};
  return {
    lines: lines.map((line) => ({
      place: line.place,
      cells: [...line.cells],
      ...(line.lines === undefined ? {} : { lines: [...line.lines] }),
    })),
    cut,
  };
}

/**
 * The file as it was received.
 * @throws ProblemError: `budget.no-reading`.
 */
export async function originalFile(app: App, actor: OfficeActor, id: string): Promise<FileReply> {
  const [row] = await app.db.query<ReadingRow>(
    `select ${COLUMNS} from budget_reading where office = $1 and id = $2 and org = any($3::uuid[])`,
    [actor.office, id, (await budgetScope(app, actor)).reads],
  );
  if (row) await demandOpenable(app, actor.office, row.digest);
  const body = row ? await app.blobs.get(row.digest) : null;
  if (!row || !body) throw noReading();
  return { body, type: row.type, name: row.name, inline: servedInline(row.type) };
}

const noReading = () => notFound('budget.no-reading', '没有这份文件，或已过保留期。', 'No such file.');
