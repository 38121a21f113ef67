import type { Problem } from '@zhitongche/base';
import { type OfficeActor, type App, ProblemError, unsound, type ScanVerdict } from '@zhitongche/core/server';
import { record } from '@zhitongche/audit/server';
import type { Query } from '@zhitongche/host';
import type { Spooled } from './spool.ts';

/** What is known of a stored file; `none` = no scanner has looked at it, `waiting` = one has yet to answer. */
export type ScanState = 'clean' | 'partly' | 'waiting' | 'infected' | 'none';

/** What each state is called. */
export const SCAN_TEXTS: Readonly<Record<ScanState, string>> = {
  clean: '已查毒，未发现病毒',
  partly: '只查了一部分，请谨慎打开',
  waiting: '等待查毒，暂不能打开',
  infected: '发现病毒，已隔离',
  none: '未经查毒，请谨慎打开',
};
/** Files scanned in one round of the job. */
const ROUND = 50;

/** Scans a file that has just arrived; null = no scanner is set. An infected one is refused (422) and recorded, and not kept. */
export async function scanArrived(
  app: App,
  actor: OfficeActor,
  object: string,
  file: Spooled,
): Promise<ScanVerdict | null> {
  if (!app.scanner) return null;
  const verdict = await app.scanner.scan(file.stream());
  if (verdict.state !== 'infected') return verdict;
  await record(app.db.query, actor, app.clock(), 'file.infected', object, { finding: verdict.finding });
  const message = `文件中发现病毒（${verdict.finding.slice(0, 100)}），没有保存。`;
  const problem: Problem = {
    code: 'file.infected',
    level: 'block',
    at: [],
    message,
    en: `The file is infected (${verdict.finding.slice(0, 100)}) and was not kept.`,
    todo: '请在本机查杀病毒，重新制作文件后再上传。',
  };
  throw unsound([problem], problem.code, message);
}

/** Writes down what was found, in the transaction that keeps the file. */
export async function noteScan(
  query: Query,
  at: { readonly office: string; readonly digest: string; readonly now: Date },
  verdict: ScanVerdict | null,
): Promise<void> {
  if (!verdict) return;
  const state = verdict.state === 'unanswered' ? 'waiting' : verdict.state;
  await query(
    `insert into file_scan as s (office, sm3, state, finding, at) values ($1, $2, $3, $4, $5)
     on conflict (office, sm3) do update set state = excluded.state, finding = excluded.finding, at = excluded.at
     where excluded.state <> 'waiting' or s.state = 'waiting'`,
    [at.office, at.digest, state, verdict.finding, at.now],
  );
}

/** Lets a stored file be opened, or throws 409: what waits for the scanner or is infected stays shut away. */
export async function demandOpenable(app: App, office: string, digest: string): Promise<void> {
  const [row] = await app.db.query<{ state: ScanState }>(
    "select state from file_scan where office = $1 and sm3 = $2 and state in ('waiting', 'infected')",
    [office, digest],
  );
  if (row)
    throw new ProblemError(
      409,
      'file.quarantined',
      row.state === 'infected' ? '附件中发现病毒，已隔离，不能打开。' : '附件正在等待查毒，暂时不能打开。',
      row.state === 'infected'
        ? 'The file is infected and was put in quarantine.'
        : 'The file waits to be scanned and cannot be opened yet.',
    );
}

/** Scans what waits, and what was taken in before a scanner was set; gives how many were scanned. A silent scanner ends the round. */
export async function scanWaiting(app: App): Promise<number> {
  const { scanner } = app;
  if (!scanner) return 0;
  const due = await app.db.query<{ office: string; digest: string }>(
    `select f.office, f.digest from (select office, digest from upload union select office, digest from kept_upload union select office, digest from budget_reading) f
     left join file_scan s on s.office = f.office and s.sm3 = f.digest
     where s.state is null or s.state = 'waiting' limit ${ROUND}`,
  );
  let done = 0;
  for (const { office, digest } of due) {
    const content = await app.blobs.get(digest).catch(() => null);
    const verdict = content ? await scanner.scan(content) : null;
    if (verdict?.state === 'unanswered') break;
    // What is not there or damaged cannot be opened either; it must not hold up the rest.
    await noteScan(app.db.query, { office, digest, now: app.clock() }, verdict ?? UNREADABLE);
    if (verdict?.state === 'infected')
      app.log.error(
        { file: digest, finding: verdict.finding },
        'a stored file is infected and was shut away',
      );
    done += 1;
  }
  return done;
}

const UNREADABLE: ScanVerdict = { state: 'partly', finding: 'not readable' };
