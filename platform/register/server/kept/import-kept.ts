import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { blocking } from '@zhitongche/base';
import {
  type App,
  type WriteRequest,
  idempotent,
  type OfficeActor,
  ProblemError,
  type Sheet,
  unsound,
} from '@zhitongche/core/server';
import { linesInParts, spool } from '@zhitongche/file/server';
import { sm3Hex } from '@zhitongche/formats';
import { eachInTurn, inParts, newId, property, type Query } from '@zhitongche/host';
import { mayBring, rowNotOpen, seesRow, takesMove } from '@zhitongche/register';
import { alikeKeys, rowsAlike } from './alike.ts';
import { type ImportPlan, importColumns, planImport, type ReadLine, readColumns } from './import-plan.ts';
import { readLines } from './learnt.ts';
import { pickFacts, seenBy } from './picks.ts';
import { type FoundRow, lockRows, openRowData } from './read-row.ts';
import { type OpenRegister, registerIn } from './register-in.ts';
import { uniqueKey } from './row-columns.ts';
import { judgedBy, rowWriting } from './row-writing.ts';
import { triedNumbers } from './tried-numbers.ts';
import { writeKept } from './write-kept.ts';
import { type RowChange, RowOvertaken } from './write-rows.ts';

/** Most lines of one import. */
const MOST_LINES = 20_000;
/** Faults told in one answer. */
const TOLD = 500;

/** A list on its way into a register. */
export interface ImportAsked {
  readonly register: string;
  readonly key: string;
  /** Digest of a file looked at before: the very same is written now. Absent = look only. */
  readonly confirm?: string | undefined;
  readonly despite?: string | undefined;
  readonly file: { readonly name: string; readonly stream: Readable; readonly limit: number };
}

/**
 * Reads a list into a register: at first only what it would do and everything that is wrong with it; sent again with the digest
 * of what was looked at, all of it in one transaction or nothing.
 */
export async function importKept(app: App, actor: OfficeActor, asked: ImportAsked) {
  const opened = await registerIn(app, actor, asked.register);
  if (opened.reach.kept.length === 0) throw notKeeper(opened);
  const { sheets, digest } = await sheetsOf(app, actor, asked);
  const { headed, unknownHeads, passedOver, ...found } = await inParts(
    linesInParts(readColumns(opened.kind), sheets),
  );
  if (!headed) throw unsound([noHeads(opened)]);
  const lines = await readLines(app, actor, opened.kind, found.lines);
  if (lines.length > MOST_LINES) throw unsound([tooMany(lines.length)]);
  const heads = { digest, unknownHeads: [...unknownHeads], passedOver: passedOver.slice(0, 20) };
  if (asked.confirm === undefined) {
    const plan = await planOf(app, actor, app.db.query, opened, asked, lines, false);
    await triedNumbers(app, actor, opened, plan.foreign);
    return { ...heads, written: false, ...told(plan) };
  }
  if (asked.confirm !== digest) throw otherFile();
  const request = { register: asked.register, digest, despite: asked.despite ?? null };
  const write: WriteRequest = { key: asked.key, what: 'keptImport', request };
  try {
    const counts = await idempotent(app, actor, write, async (query) => {
      const plan = await planOf(app, actor, query, opened, asked, lines, true);
      if (plan.problems.length > 0) throw new Faulty(plan);
      await writePlan(app, actor, query, opened, asked, plan);
      return countsOf(plan);
    });
    return { ...heads, written: true, ...counts, faulty: 0, problems: [] };
  } catch (error) {
    if (error instanceof Faulty) {
      await triedNumbers(app, actor, opened, error.plan.foreign);
      return { ...heads, written: false, ...told(error.plan) };
    }
    throw error instanceof RowOvertaken || isOvertaken(error) ? overtaken() : error;
  }
}

/** What was looked at is no longer so: a name or a time is taken since, or two imports wait for one another. */
const isOvertaken = (error: unknown): boolean =>
  ['23505', '23P01', '40P01'].includes(String(property(error, 'code')));

/** Something is wrong with a line: the transaction is given up, nothing is written. */
class Faulty extends Error {
  override readonly name = 'Faulty';
  readonly plan: ImportPlan;

  constructor(plan: ImportPlan) {
    super('the list has faults');
    this.plan = plan;
  }
}

const countsOf = ({ planned, same }: ImportPlan) => ({
  fresh: planned.filter(({ before }) => !before).length,
  changed: planned.filter(({ before }) => before).length,
  same,
});

const told = (plan: ImportPlan) => ({
  ...countsOf(plan),
  faulty: new Set(plan.problems.map(({ sheet, line }) => `${sheet}/${line}`)).size,
  problems: plan.problems
    .slice(0, TOLD)
    .map(({ sheet, line, cell, problem }) => ({ sheet, line, cell, problem })),
});

async function sheetsOf(app: App, actor: OfficeActor, { file }: ImportAsked) {
  const kept = await spool(file.stream, join(app.config.dataDir, 'spool'), file.limit);
  if (!kept)
    throw new ProblemError(
      413,
      'file.too-large',
      `文件超过 ${Math.floor(file.limit / 1024 / 1024)} MB，请分成几个文件导入。`,
      'The file is too large; split it.',
    );
  try {
    const digest = sm3Hex(Buffer.from(await kept.bytes()));
    const read = await app.reader.read('sheets', kept, { name: file.name }, actor.id);
    if (!read.ok) throw unsound(read.problems, read.problems[0]?.code, read.problems[0]?.message);
    return { sheets: read.value satisfies readonly Sheet[], digest };
  } finally {
    await kept.drop();
  }
}

/** Plans the lines against what is on record; rows that are to be written stay locked until the transaction ends. */
async function planOf(
  app: App,
  actor: OfficeActor,
  query: Query,
  opened: OpenRegister,
  asked: ImportAsked,
  lines: readonly ReadLine[],
  lock: boolean,
): Promise<ImportPlan> {
  const { kind, book, today } = opened;
  const keysOf = await eachInTurn(lines, ({ answers }) => alikeKeys(kind, answers, app.keys));
  const alike = await rowsAlike(query, actor.office, kind.code, {
    unique: keysOf.flatMap(({ unique }) => unique),
    near: keysOf.flatMap(({ near }) => near),
  });
  const same = alike.filter(({ unique_key: own }) => own !== null);
  const known = new Map<string, FoundRow>();
  const found = await lockRows(
    query,
    actor.office,
    same.map(({ id }) => id),
    lock,
  );
  await eachInTurn(found, (data) => {
    const row = openRowData(actor.office, kind, data, app.keys);
    const key = uniqueKey(kind, row.row.answers, app.keys);
    if (key !== null) known.set(key, row);
  });
  const given = [
    ...lines.map(({ answers }) => answers),
    ...[...known.values()].map(({ row }) => row.answers),
  ];
  const picked = await pickFacts(app, query, book, seenBy(app, book, actor), kind.form, given);
  const plan = planImport(lines, {
    kind,
    reach: opened.reach,
    home: opened.home,
    now: opened.now.toISOString(),
    brings: (stage, org) => mayBring(kind, stage, (roles) => takesMove(actor, roles, book.tree, org)),
    keys: app.keys,
    file: asked.file.name.slice(0, 200),
    despite: asked.despite?.trim() ?? '',
    known,
    lookupIn: picked.lookupIn,
    near: new Set(
      alike.flatMap(({ near_key: near, org }) => (near && seesRow(opened.reach, org) ? near : [])),
    ),
    context: judgedBy(book, kind, today, { pick: picked.pick, lookup: () => undefined }),
  });
  return await inParts(plan);
}

async function writePlan(
  app: App,
  actor: OfficeActor,
  query: Query,
  opened: OpenRegister,
  asked: ImportAsked,
  { planned }: ImportPlan,
): Promise<void> {
  const { id, name, org, source } = actor;
  const by = rowWriting(app, opened.book, {
    at: opened.now,
    doer: { id, name, org },
    source,
    action: 'register.import',
    detail: { file: asked.file.name.slice(0, 200), rows: planned.length },
  });
  const changes = planned.map(
    ({ before, event }): RowChange => ({
      kind: opened.kind,
      id: before?.row.id ?? newId(opened.now.getTime()),
      before,
      events: [event],
    }),
  );
  await writeKept(app, query, changes, by);
}

const notKeeper = ({ kind }: OpenRegister): ProblemError =>
  new ProblemError(
    403,
    'access.denied',
    `您可以查看，但不负责维护“${kind.name}”，不能导入。`,
    'You may read this register but not import into it.',
    { problems: [rowNotOpen('您不负责维护这个台账')] },
  );

const noHeads = ({ kind }: OpenRegister) =>
  blocking(
    'import.no-head',
    [],
    `没有找到“${kind.name}”的列名，第一行应有${Object.values(importColumns(kind))
      .slice(0, 4)
      .map(({ label }) => label)
      .join('、')}等`,
    'No line with the column names was found',
    { todo: '请下载导入模板，按模板填写；也请核对是不是别的台账的表' },
  );

const tooMany = (n: number) =>
  blocking('import.too-many-rows', [], `表中有 ${n} 行，一次最多导入 ${MOST_LINES} 行`, 'Too many lines', {
    todo: '请分成几个文件导入',
  });

const otherFile = (): ProblemError =>
  new ProblemError(
    409,
    'import.other-file',
    '选择的文件与刚才核对的不是同一个，请重新核对后再导入。',
    'This is not the file that was looked at.',
  );

const overtaken = (): ProblemError =>
  new ProblemError(
    409,
    'row.stale-revision',
    '导入期间有人改动了其中的条目，没有写入任何一条，请重新核对后再导入。',
    'Somebody changed one of the rows meanwhile; nothing was written.',
  );
