import type { Decision } from '@zhitongche/case';
import type { Result } from '@zhitongche/base';
import { type App, ProblemError, unsound } from '@zhitongche/core/server';
import { changeOf } from '../case/change.ts';
import type { Query } from '@zhitongche/host';
import { type CaseChange, type RunStatement, within, writeCase, type Written } from '../store/case-write.ts';
import { keepRows, keepsOf, releasesOf, settle, settlesOf } from './keep-rows.ts';
import { movesMoney, writeLines } from '../money/write-lines.ts';
import { takeTurn } from '@zhitongche/register/server';
import { accompanied, type Companions, lockCases, touched, writeCompanions } from '../linked/companions.ts';
import type { Filing } from '../linked/filings.ts';
import { type Ending, endsMatter, writeEnding } from './end-matter.ts';
import type { OpenedCase } from './open-case.ts';

/** What a commit is told besides the decision. */
export interface CommitOptions {
  readonly action: string;
  readonly source: string;
  readonly key?: CaseChange['key'];
  /** Cases that are filed in the same commit. */
  readonly filings?: readonly Filing[];
  /** The transaction of a job; the hot path needs none. */
  readonly query?: Query;
}

/** A decision as it was written. */
export interface Committed {
  /** With the ends of links the commit wrote here. */
  readonly decision: Decision;
  readonly change: CaseChange;
  readonly written: NonNullable<Written>;
}

/** Writes a decision in one statement; null when somebody was faster and nothing was written. */
export async function commit(
  app: App,
  office: string,
  opened: OpenedCase,
  asked: Decision,
  options: CommitOptions,
): Promise<Committed | null> {
  const { decision, companions } = accompanied(opened, asked, options.filings);
  const change = changeOf(decision, {
    office,
    loaded: opened.loaded,
    open: opened.state,
    service: opened.service,
    registers: await app.services.registersOf(opened.service),
    book: opened.book,
    policy: opened.policy,
    keys: app.keys,
    now: opened.now,
    action: options.action,
    source: options.source,
    ...(options.key ? { key: options.key } : {}),
  });
  const told = app.watch.spans.on ? traced(app, change) : change;
  const written = await put(app, office, { opened, decision, change: told }, companions, options.query);
  app.watch.meter.act(opened.service.code, options.action, written ? 'done' : 'overtaken');
  if (!written) return null;
  if (change.outbox.length > 0) app.wake();
  // A transaction handed in may still be rolled back.
  if (!options.query) remember(app, office, opened, decision, change);
  return { decision, change, written };
}

/** One statement; what ends the matter takes its papers and registers along, what keeps rows of a register those, what is linked its other end, in one transaction. */
async function put(
  app: App,
  office: string,
  ending: Ending,
  companions: Companions | null,
  query?: Query,
): Promise<Written> {
  const { decision } = ending;
  const more =
    companions !== null ||
    movesMoney(ending) ||
    keepsOf(ending).length + settlesOf(ending).length > 0 ||
    releasesOf(app, ending) !== undefined;
  if (endsMatter(decision) || more) {
    const whole = async (inside: Query): Promise<Written> => {
      if (companions) {
        // The unit's turn before any case, as everybody takes them.
        if (endsMatter(decision)) await takeTurn(inside, office, ending.opened.loaded.unit);
        await lockCases(inside, office, [ending.change.caseId, ...touched(companions)]);
      }
      const written = endsMatter(ending.decision)
        ? await writeEnding(app, inside, office, ending)
        : await writeCase(within(inside), ending.change);
      if (!written) return null;
      await writeLines(inside, office, ending);
      await keepRows(app, inside, office, ending);
      await settle(app, inside, office, ending);
      if (companions)
        await writeCompanions(
          app,
          inside,
          office,
          { ...ending, written },
          companions,
          (other, result, action, source) =>
            mustCommit(app, office, other, decided(result), { action, source, query: inside }),
        );
      return written;
    };
    return await (query ? whole(query) : app.db.tx(whole));
  }
  const run: RunStatement = query ? within(query) : (statement, values) => app.db.prepared(statement, values);
  return await writeCase(run, ending.change);
}

/** The other end of a link was locked before it was read: nobody can have been faster. */
async function mustCommit(...args: Parameters<typeof commit>): Promise<void> {
  if (!(await commit(...args))) throw new Error(`Case ${args[2].loaded.id} moved although it was locked`);
}

/** Keeps newly submitted answers: whoever acts next need not have them sent and opened again. */
function remember(
  app: App,
  office: string,
  { loaded }: OpenedCase,
  { events }: Decision,
  { columns }: CaseChange,
): void {
  const submitted = events.findLast((event) => event.type === 'submitted');
  const seq = columns.contentSeqs.at(-1);
  if (!submitted || seq === undefined) return;
  const { answers, derived } = submitted;
  // Figures as JSON will give them back: a service may leave members undefined.
  app.contents.put(`${office}/${loaded.id}`, seq, { answers, derived: JSON.parse(JSON.stringify(derived)) });
}

/** The jobs of an act go on on its trace. */
function traced(app: App, change: CaseChange): CaseChange {
  const traceparent = app.watch.spans.traceparent();
  if (traceparent === undefined) return change;
  const outbox = change.outbox.map((job) =>
    typeof job.payload === 'object' && job.payload !== null && !Array.isArray(job.payload)
      ? { ...job, payload: { ...job.payload, traceparent } }
      : job,
  );
  return { ...change, outbox };
}

/** The decision, or its problems as the refusal the door sends. */
export function decided(result: Result<Decision>): Decision {
  if (result.ok) return result.value;
  const [first] = result.problems;
  if (first && result.problems.length === 1 && /^(act|rate|reveal|flow|issue)\./.test(first.code)) {
    const conflict =
      first.code === 'act.not-open' || first.code.startsWith('flow.') || first.code === 'act.rate-closed';
    const denied = first.code === 'act.reveal-denied';
    throw new ProblemError(
      denied ? 403 : conflict ? 409 : 422,
      first.code,
      sentence(first.message, first.todo),
      first.en,
      {
        problems: result.problems,
      },
    );
  }
  throw unsound(result.problems);
}

const sentence = (message: string, todo: string | undefined): string =>
  todo ? `${message}。${todo}。` : `${message}。`;

/** The refusal of a write that somebody overtook, naming who and when. */
export function stale(now: {
  readonly revision: number;
  readonly updated_by: string;
  readonly updated_at: Date;
}): ProblemError {
  const at = now.updated_at.toISOString();
  const time = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(now.updated_at);
  const by = now.updated_by || '他人';
  return new ProblemError(
    409,
    'case.stale-revision',
    `办件已由${by}于 ${time} 更新，请查看最新内容后再办理；您填写的内容没有丢失。`,
    `The case was changed by ${by} at ${at}; look at it again before acting. Nothing you typed was lost.`,
    { conflict: { revision: now.revision, by, at } },
  );
}
