import type { FileRef } from '@zhitongche/form';
import { blocking, type Problem, dayInShanghai } from '@zhitongche/base';
import { isClosed, mayHold, openActs } from '@zhitongche/case';
import {
  type OfficeActor,
  type App,
  type FileReply,
  forbidden,
  notFound,
  unsound,
} from '@zhitongche/core/server';
import { record } from '@zhitongche/audit/server';
import type { Query } from '@zhitongche/host';
import { onApplicantSide, type OpenedCase, openCase, settingOf } from '../usecase/open-case.ts';
import {
  type Arriving,
  demandOpenable,
  type FilePolicy,
  filePolicy,
  notAsSent,
  servedInline,
  takeIn,
} from '@zhitongche/file/server';
import { filesIn } from './foreign-files.ts';
import { hiddenFiles } from './hidden-files.ts';

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
  const { office } = actor;
  const limit = filePolicy((await app.offices.get(office)).policyRows, dayInShanghai(now.toISOString()));
  return await takeIn(app, actor, arriving, {
    object: `case:${caseId}`,
    counted: caseId,
    room: (query, size) => underQuota(query, { office, caseId, size, limit }),
    keep: async (query, { id, name, type, size, digest, pixels }) => {
      await query(
        `insert into upload (office, id, case_id, name, type, size, digest, by_person, at, pixels)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [office, id, caseId, name, type, size, digest, actor.id, now, pixels ?? null],
      );
    },
  });
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
    size: number;
    digest: string;
    by_person: string;
  }>(
    'select id, name, type, size, digest, by_person from upload where office = $1 and case_id = $2 and id = $3',
    [actor.office, caseId, fileId],
  );
  if (file && (await hiddenFiles(app, actor, opened))(file))
    throw forbidden(
      'file.personal',
      '这份附件含有对您隐藏的信息，如因办理需要，请在办件页面注明用途查看后再打开。',
      'This file holds what is hidden from you; have it revealed for a purpose first.',
    );
  if (file && exchanged(filesIn(opened.state, []), file)) throw notAsSent();
  if (file) await demandOpenable(app, actor.office, file.digest);
  const body = file ? await app.blobs.get(file.digest) : null;
  if (!file || !body) throw notFound('file.not-found', '没有这个附件。', 'No such file.');
  await record(app.db.query, actor, app.clock(), 'file.open', `case:${caseId}`, { file: fileId });
  return { body, type: file.type, name: file.name, inline: servedInline(file.type) };
}

/** Whether the file that lies there is another than what was sent names: nobody is shown it. */
const exchanged = (
  named: ReturnType<typeof filesIn>,
  { id, digest, size, type }: Pick<FileRef, 'id' | 'digest' | 'size' | 'type'>,
): boolean =>
  named.some(
    ({ file }) => file.id === id && (file.digest !== digest || file.size !== size || file.type !== type),
  );

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

const fault = (code: string, message: string, en: string, todo: string): Problem =>
  blocking(code, [], message, en, { todo });
