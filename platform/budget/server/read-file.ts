import type { Finding } from '@zhitongche/budget';
import type { Problem } from '@zhitongche/base';
import type { App } from '@zhitongche/core/server';
import { describe, makeLimiter } from '@zhitongche/host';
import { runThread, type ThreadEnd, type ThreadLimits } from './run-thread.ts';

/** Milliseconds without a sign of life after which a reading counts as lost with its process. */
export const STILL = 60_000;
const BEAT = 5_000;

/** One at a time: the smallest machine has two cores, and acts on cases want theirs. */
const inTurn = makeLimiter(1);
const running = new Set<Promise<void>>();

/** Reads a stored file when its turn comes; the row tells how it goes. */
export function queueReading(app: App, office: string, id: string, limits: ThreadLimits): void {
  const work = readFile(app, office, id, limits)
    .catch((error: unknown) => app.log.error({ reading: id, error: describe(error) }, 'a reading was lost'))
    .finally(() => running.delete(work));
  running.add(work);
}

/** Settles once no reading of this process is under way. */
export const readingsDone = async (): Promise<void> => {
  while (running.size > 0) await Promise.all(running);
};

async function readFile(app: App, office: string, id: string, limits: ThreadLimits): Promise<void> {
  let share = 0;
  let status = 'waiting';
  const touch = () =>
    app.db.query(
      'update budget_reading set status = $3, share = $4, touched_at = $5 where office = $1 and id = $2',
      [office, id, status, share, app.clock()],
    );
  // A beat that comes too late would turn a finished reading back: the last write waits for it.
  let beating = Promise.resolve<unknown>(undefined);
  const beat = setInterval(() => {
    beating = touch().catch((error: unknown) =>
      app.log.warn({ reading: id, error: describe(error) }, 'no beat'),
    );
  }, BEAT);
  let end: ThreadEnd;
  try {
    end = await inTurn(async () => {
      status = 'reading';
      await touch();
      const [row] = await app.db.query<{ name: string; digest: string }>(
        'select name, digest from budget_reading where office = $1 and id = $2',
        [office, id],
      );
      const bytes = row ? await app.blobs.read(row.digest) : null;
      if (!row || !bytes) return { word: 'stopped', why: 'fault', detail: 'the file is gone' };
      let told = 0;
      return await runThread({ do: 'read', name: row.name, bytes }, limits, (now) => {
        share = now;
        // Enough for a bar that moves, too little to trouble the database.
        if (now - told < 0.05) return;
        told = now;
        beating = touch().catch(() => undefined);
      });
    });
  } finally {
    clearInterval(beat);
  }
  await beating;
  await finish(app, office, id, end);
}

async function finish(app: App, office: string, id: string, end: ThreadEnd): Promise<void> {
  if (end.word === 'read' && end.outcome.ok) {
    await app.db.query(
      `update budget_reading set status = 'done', share = 1, result = $3, lines = $4, touched_at = $5
       where office = $1 and id = $2`,
      [office, id, end.outcome.result, end.outcome.lines, app.clock()],
    );
    return;
  }
  const problems =
    end.word === 'read' && !end.outcome.ok ? end.outcome.findings.map(asProblem) : [stopped(end)];
  if (end.word === 'stopped')
    app.log.warn({ reading: id, why: end.why, detail: end.detail }, 'a reading was stopped');
  await app.db.query(
    `update budget_reading set status = 'failed', problems = $3, touched_at = $4 where office = $1 and id = $2`,
    [office, id, JSON.stringify(problems), app.clock()],
  );
}

const asProblem = (finding: Finding): Problem => ({
  code: 'budget.unreadable',
  level: 'block',
  at: [],
  message: finding.message,
  en: finding.en,
  todo: finding.advice,
});

function stopped(end: ThreadEnd): Problem {
  const why = end.word === 'stopped' ? end.why : 'fault';
  const [message, en, todo] = {
    time: [
      '文件太复杂，在规定时间内没有读完。',
      'The file could not be read in the time allowed.',
      '请拆分后分别上传。',
    ],
    memory: [
      '文件太复杂，超出了读取所用内存的上限。',
      'The file needs more memory than allowed.',
      '请拆分后分别上传。',
    ],
    fault: ['读取时出了意外，已记录。', 'Reading failed; it was recorded.', '请另存为另一种格式后再上传。'],
  }[why] as [string, string, string];
  return { code: `budget.${why}`, level: 'block', at: [], message, en, todo };
}
