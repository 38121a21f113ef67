import { record } from '@zhitongche/audit/server';
import { addDays, blocking, dayInShanghai, isJsonObject, type Json, type Problem } from '@zhitongche/base';
import {
  type App,
  forbidden,
  notFound,
  type OfficeActor,
  type ProblemError,
  unsound,
} from '@zhitongche/core/server';
import {
  type Arriving,
  demandOpenable,
  dropFiles,
  filePolicy,
  notAsSent,
  servedInline,
  type StoredAs,
  storedAs,
  takeIn,
} from '@zhitongche/file/server';
import { type Answers, clears, type Fields, type FileRef, type Form } from '@zhitongche/form';
import type { Query } from '@zhitongche/host';
import { type KeptRow, type RegisterKind, rowClearance } from '@zhitongche/register';
import { registerIn, seenRow } from './register-in.ts';

/** Days a file stays that no row came to name. */
const LOOSE_DAYS = 7;

/** Takes a file in for a row that is being entered or changed, from whoever keeps the register. */
export async function uploadToRegister(
  app: App,
  actor: OfficeActor,
  register: string,
  arriving: Arriving,
): Promise<FileRef> {
  const { kind, reach, book, today, now } = await registerIn(app, actor, register);
  if (reach.kept.length === 0)
    throw forbidden(
      'file.not-open',
      `您不负责维护“${kind.name}”，不能添加附件。`,
      'You do not keep this register.',
    );
  const { office } = actor;
  const limit = filePolicy(book.policyRows, today);
  return await takeIn(app, actor, arriving, {
    object: `register:${kind.code}`,
    counted: `${office}/${actor.id}`,
    // Files of rows are the office's; what one person may hold without a row naming it is bounded.
    async room(query, size) {
      const [held] = await query<{ count: number; bytes: number }>(
        `select count(*) as count, coalesce(sum(size), 0)::bigint as bytes from kept_upload
         where office = $1 and by_person = $2 and row_id is null`,
        [office, actor.id],
      );
      if (held && (held.count >= limit.count || held.bytes + size > limit.bytes)) throw full();
    },
    async keep(query, { id, name, type, size, digest, pixels }) {
      await query(
        `insert into kept_upload (office, id, register, name, type, size, digest, by_person, at, pixels)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [office, id, kind.code, name, type, size, digest, actor.id, now, pixels ?? null],
      );
    },
  });
}

const full = (): ProblemError => {
  const message = '您上传后还没有用在任何一条里的附件太多。';
  return unsound(
    [
      blocking('file.quota', [], message, 'Too many files wait for a row to name them.', {
        todo: '请先保存正在填写的条目，或删去不用的附件。',
      }),
    ],
    'file.quota',
    message,
  );
};

/** A file in answers, with its place. */
interface Named {
  readonly file: FileRef;
  readonly at: Problem['at'];
}

/**
 * Makes the files a row names its own, in the transaction that writes it: only what the same person took in for this register,
 * or what the row had before. Anything else is told as a problem at its field.
 */
export async function claimFiles(
  query: Query,
  actor: OfficeActor,
  kind: RegisterKind,
  row: string,
  form: Form,
  answers: readonly Answers[],
): Promise<readonly Problem[]> {
  const named = answers.flatMap((one) => filesIn(fieldsOf(form), one, []));
  if (named.length === 0) return [];
  const stored = await query<StoredAs>(
    `update kept_upload set row_id = $3 where office = $1 and register = $2 and id::text = any($4::text[])
       and (row_id = $3 or (row_id is null and by_person = $5))
     returning id, name, type, size, digest, pixels`,
    [actor.office, kind.code, row, named.map(({ file }) => file.id), actor.id],
  );
  const real = new Map(stored.map((file) => [file.id, file]));
  return named.flatMap(({ file, at }) => {
    const own = real.get(file.id);
    if (own && storedAs(file, own)) return [];
    return [
      blocking('file.foreign', at, '附件不是为这一条上传的', 'The file was not uploaded for this row', {
        todo: '请删除后重新上传',
      }),
    ];
  });
}

/** Makes the files of a case that its row names the row's own too: they stay with the row whatever becomes of the case. */
export async function takeCaseFiles(
  query: Query,
  office: string,
  kind: RegisterKind,
  row: string,
  caseId: string,
  answers: Answers,
): Promise<void> {
  const named = filesIn(fieldsOf(kind.form), answers, []).map(({ file }) => file.id);
  if (named.length === 0) return;
  await query(
    `insert into kept_upload (office, id, register, row_id, name, type, size, digest, by_person, at, pixels)
     select office, id, $3, $4, name, type, size, digest, by_person, at, pixels from upload
     where office = $1 and case_id = $2 and id::text = any($5::text[])
     on conflict (office, id) do nothing`,
    [office, caseId, kind.code, row, named],
  );
}

const fieldsOf = (form: Form): Fields =>
  Object.assign({}, ...Object.values(form).map(({ fields }) => fields)) as Fields;

function filesIn(fields: Fields, answers: Answers, at: Problem['at']): readonly Named[] {
  return Object.entries(fields).flatMap(([key, field]): readonly Named[] => {
    const value = answers[key];
    if (!Array.isArray(value)) return [];
    if (field.kind === 'files')
      return value.flatMap((one: Json, n) => (isFile(one) ? [{ file: one, at: [...at, key, n] }] : []));
    if (field.kind !== 'table') return [];
    return value.flatMap((one: Json, n) =>
      isJsonObject(one) ? filesIn(field.columns, one, [...at, key, n]) : [],
    );
  });
}

/** The files an answer names. */
export const filesOf = (value: Json | undefined): readonly FileRef[] =>
  Array.isArray(value) ? value.filter(isFile) : [];

const isFile = (value: Json): value is Json & FileRef =>
  isJsonObject(value) &&
  typeof value.id === 'string' &&
  typeof value.digest === 'string' &&
  typeof value.size === 'number' &&
  typeof value.type === 'string';

/** Hands out a file of a row the actor may see, unless its field is hidden from him; who opened what is on record. */
export async function openKeptFile(
  app: App,
  actor: OfficeActor,
  register: string,
  id: string,
  fileId: string,
) {
  const opened = await registerIn(app, actor, register);
  const { kind, reach } = opened;
  const { row } = await seenRow(app, actor, opened, id);
  const [file] = await app.db.query<FileRef>(
    'select id, name, type, size, digest from kept_upload where office = $1 and row_id = $2 and id = $3',
    [actor.office, id, fileId],
  );
  if (!file) throw noFile();
  const named = namedBy(kind, row).find((one) => one.id === fileId);
  if (named && (named.digest !== file.digest || named.size !== file.size || named.type !== file.type))
    throw notAsSent();
  const clearance = rowClearance(reach, row.org);
  const sees = [
    ...openIn(fieldsOf(kind.whole), row.answers, clearance),
    ...row.records.flatMap(({ move, data: given }) =>
      openIn(fieldsOf(kind.stages?.moves.find(({ key }) => key === move)?.form ?? {}), given, clearance),
    ),
  ];
  // A version the row had before is its keepers' alone.
  if (clearance !== 'sensitive' && !sees.includes(fileId))
    throw forbidden(
      'file.personal',
      '这份附件含有对您隐藏的信息。',
      'This file holds what is hidden from you.',
    );
  await demandOpenable(app, actor.office, file.digest);
  const body = await app.blobs.get(file.digest);
  if (!body) throw noFile();
  await record(app.db.query, actor, app.clock(), 'file.open', `row:${id}`, { file: fileId });
  return { body, type: file.type, name: file.name, inline: servedInline(file.type) };
}

/** Every file a row as it stands names, with its moves. */
export const namedBy = (kind: RegisterKind, row: KeptRow): readonly FileRef[] =>
  [
    ...filesIn(fieldsOf(kind.whole), row.answers, []),
    ...row.records.flatMap(({ move, data }) =>
      filesIn(fieldsOf(kind.stages?.moves.find(({ key }) => key === move)?.form ?? {}), data, []),
    ),
  ].map(({ file }) => file);

/** Ids of the files a row names in fields anybody may see. */
export const filesOpenIn = (kind: RegisterKind, { answers, records }: KeptRow): readonly string[] => [
  ...openIn(fieldsOf(kind.whole), answers, 'open'),
  ...records.flatMap(({ move, data }) =>
    openIn(fieldsOf(kind.stages?.moves.find(({ key }) => key === move)?.form ?? {}), data, 'open'),
  ),
];

/** Ids of the files in fields a clearance reaches. */
function openIn(
  fields: Fields,
  answers: Answers,
  clearance: ReturnType<typeof rowClearance>,
): readonly string[] {
  const open = Object.fromEntries(
    Object.entries(fields).filter(([, field]) => clears(clearance, field.sensitivity)),
  );
  return filesIn(open, answers, []).map(({ file }) => file.id);
}

const noFile = () => notFound('file.not-found', '没有这个附件。', 'No such file.');

/** Forgets files that no row came to name; gives how many. */
export async function dropLooseFiles(app: App): Promise<number> {
  const now = app.clock();
  const before = addDays(dayInShanghai(now.toISOString()), -LOOSE_DAYS);
  return await app.db.tx(async (query) => {
    const gone = await query<{ office: string; digest: string }>(
      `delete from kept_upload where row_id is null and at < $1::date returning office, digest`,
      [before],
    );
    for (const { office, digest } of gone) await dropFiles(query, office, [digest], now);
    return gone.length;
  });
}
