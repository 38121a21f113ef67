import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FileRef } from '@zhitongche/form';
import { blocking, type Problem, dayInShanghai } from '@zhitongche/base';
import { isClosed, mayHold, openActs } from '@zhitongche/case';
import {
  type OfficeActor,
  type App,
  type FileReply,
  ProblemError,
  forbidden,
  notFound,
  unsound,
} from '@zhitongche/core/server';
import { record } from '@zhitongche/audit/server';
import { type Query, newId } from '@zhitongche/host';
import { onApplicantSide, type OpenedCase, openCase, settingOf } from '../usecase/open-case.ts';
import { safeFileName, type FilePolicy, filePolicy, servedInline, spool } from '@zhitongche/file/server';
import { dropFiles, holdFile } from './held-files.ts';
import { hiddenFiles } from './hidden-files.ts';
import { demandOpenable, noteScan, scanArrived } from './scan-files.ts';

/** A file as it arrives. */
export interface Arriving {
  readonly name: string;
  readonly stream: Readable;
  /** Largest size in bytes. */
  readonly limit: number;
}

/** Takes a file into a case: name, size and content are judged first, and nothing is kept of what is refused. */
export async function uploadToCase(
  app: App,
  actor: OfficeActor,
  caseId: string,
  arriving: Arriving,
): Promise<FileRef> {
  const now = app.clock();
  const opened = await openCase(app, actor, caseId);
  if (!mayAdd(actor, opened))
    throw forbidden('file.not-open', '办件当前不能添加附件。', 'No file can be added to this case now.');
  const name = safeFileName(arriving.name);
  if (!name) {
    const message = '文件名无法使用。';
    throw unsound(
      [fault('file.name', message, 'The file name cannot be used.', '请改用普通文字命名。')],
      'file.name',
      message,
    );
  }

  const kept = await spool(arriving.stream, join(app.config.dataDir, 'spool'), arriving.limit);
  if (!kept) throw tooLarge(arriving.limit);
  try {
    const judged = await app.reader.read('inspect', kept, { name }, actor.id);
    if (!judged.ok) throw unsound(judged.problems, judged.problems[0]?.code, judged.problems[0]?.message);
    const limit = filePolicy(
      (await app.offices.get(actor.office)).policyRows,
      dayInShanghai(now.toISOString()),
    );
    const wanted = { office: actor.office, caseId, size: kept.size, limit };
    await underQuota(app.db.query, wanted);
    const scanned = await scanArrived(app, actor, `case:${caseId}`, kept);
    const { digest, size } = await app.blobs.put(kept.stream());
    const file: FileRef = { id: newId(now.getTime()), name, size, type: judged.value.type, digest };
    const keep = async (query: Query): Promise<void> => {
      // Counted once more where nobody else can add to the case meanwhile.
      await query("select pg_advisory_xact_lock(hashtext('upload'), hashtext($1))", [caseId]);
      await underQuota(query, wanted);
      await holdFile(app, query, digest, kept);
      await query(
        `insert into upload (office, id, case_id, name, type, size, digest, by_person, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [actor.office, file.id, caseId, name, file.type, size, digest, actor.id, now],
      );
      await noteScan(query, { office: actor.office, digest, now }, scanned);
      await record(query, actor, now, 'file.upload', `case:${caseId}`, { file: file.id, digest, size });
    };
    try {
      await app.db.tx(keep);
    } catch (error) {
      await dropFiles(app.db.query, actor.office, [digest], now);
      throw error;
    }
    return file;
  } finally {
    await kept.drop();
  }
}

/** Hands out an attachment of a case the actor may see; who opened what is on record. */
export async function openCaseFile(
  app: App,
  actor: OfficeActor,
  caseId: string,
  fileId: string,
): Promise<FileReply> {
  const opened = await openCase(app, actor, caseId);
  const [file] = await app.db.query<{
    id: string;
    name: string;
    type: string;
    digest: string;
    by_person: string;
  }>('select id, name, type, digest, by_person from upload where office = $1 and case_id = $2 and id = $3', [
    actor.office,
    caseId,
    fileId,
  ]);
  if (file && (await hiddenFiles(app, actor, opened))(file))
    throw forbidden(
      'file.personal',
      '这份附件含有对您隐藏的信息，如因办理需要，请在办件页面注明用途查看后再打开。',
      'This file holds what is hidden from you; have it revealed for a purpose first.',
    );
  if (file) await demandOpenable(app, actor.office, file.digest);
  const body = file ? await app.blobs.get(file.digest) : null;
  if (!file || !body) throw notFound('file.not-found', '没有这个附件。', 'No such file.');
  await record(app.db.query, actor, app.clock(), 'file.open', `case:${caseId}`, { file: fileId });
  return { body, type: file.type, name: file.name, inline: servedInline(file.type) };
}

/** The applicant's side while the case is open, whoever has a seat to decide on now, or an act that asks for a form. */
function mayAdd(actor: OfficeActor, opened: OpenedCase): boolean {
  const { service, state, book } = opened;
  if (onApplicantSide(actor, opened)) return !isClosed(state.status);
  const people = [actor, ...actor.standsInFor];
  return (
    state.seats.some(
      (seat) => seat.status === 'open' && people.some((who) => mayHold(who, seat, book.tree)),
    ) || openActs(service, state, actor, settingOf(opened, actor)).some(({ form }) => form !== undefined)
  );
}

/** A file of `size` bytes that wants to be one of a case's, and how much such a case may hold. */
interface WantedRoom {
  readonly office: string;
  readonly caseId: string;
  readonly size: number;
  readonly limit: FilePolicy;
}

async function underQuota(query: Query, { office, caseId, size, limit }: WantedRoom): Promise<void> {
  const [held] = await query<{ count: number; bytes: number }>(
    'select count(*) as count, coalesce(sum(size), 0)::bigint as bytes from upload where office = $1 and case_id = $2',
    [office, caseId],
  );
  if (held && (held.count >= limit.count || held.bytes + size > limit.bytes))
    throw unsound(
      [
        fault(
          'file.quota',
          `本办件的附件已达上限（${limit.count} 个，共 ${Math.round(limit.bytes / 1024 / 1024)} MB）。`,
          'This case holds as many files as it may.',
          '请合并或压缩材料后再上传。',
        ),
      ],
      'file.quota',
    );
}

/** The refusal of a file over `limit` bytes. */
export const tooLarge = (limit: number): ProblemError =>
  new ProblemError(
    413,
    'file.too-large',
    `文件超过 ${Math.floor(limit / 1024 / 1024)} MB，没有保存。请压缩或拆分后再上传。`,
    `The file is larger than ${Math.floor(limit / 1024 / 1024)} MB and was not kept.`,
  );

const fault = (code: string, message: string, en: string, todo: string): Problem =>
  blocking(code, [], message, en, { todo });
