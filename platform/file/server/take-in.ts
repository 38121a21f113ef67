import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { record } from '@zhitongche/audit/server';
import { blocking } from '@zhitongche/base';
import { type App, type OfficeActor, ProblemError, type SentFile, unsound } from '@zhitongche/core/server';
import type { FileRef } from '@zhitongche/form';
import { newId, type Query } from '@zhitongche/host';
import { safeFileName } from './file-name.ts';
import { dropFiles, holdFile } from './held-files.ts';
import { noteScan, scanArrived } from './scan-files.ts';
import { spool } from './spool.ts';

/** A file as it arrives. */
export interface Arriving {
  readonly name: string;
  readonly stream: Readable;
  /** Largest size in bytes. */
  readonly limit: number;
  /** It is to be printed as a photograph, and judged as one. */
  readonly photo?: boolean | undefined;
}

/** Where a file is kept. */
export interface Keeping {
  /** What it belongs to, as the audit names it: `case:…`, `register:…`. */
  readonly object: string;
  /** Whose files are counted together: no two are taken in at the same moment. */
  readonly counted: string;
  /** Throws when there is no room for so many bytes more. */
  room(query: Query, size: number): Promise<void>;
  /** Writes the row that names the file. */
  keep(query: Query, file: FileRef): Promise<void>;
}

/** Takes a file in: name, size and content are judged first, and nothing is kept of what is refused. */
export async function takeIn(
  app: App,
  actor: OfficeActor,
  arriving: Arriving,
  keeping: Keeping,
): Promise<FileRef> {
  const now = app.clock();
  const name = safeFileName(arriving.name);
  if (!name) {
    const message = '文件名无法使用。';
    throw unsound(
      [blocking('file.name', [], message, 'The file name cannot be used.', { todo: '请改用普通文字命名。' })],
      'file.name',
      message,
    );
  }
  const kept = await spool(arriving.stream, join(app.config.dataDir, 'spool'), arriving.limit);
  if (!kept) throw tooLarge(arriving.limit);
  try {
    const judged = await app.reader.read('inspect', kept, { name }, actor.id);
    if (!judged.ok) throw unsound(judged.problems, judged.problems[0]?.code, judged.problems[0]?.message);
    const pixels = arriving.photo ? await pixelsIn(app, kept, actor.id) : undefined;
    await keeping.room(app.db.query, kept.size);
    const scanned = await scanArrived(app, actor, keeping.object, kept);
    const { digest, size } = await app.blobs.put(kept.stream());
    const file: FileRef = {
      id: newId(now.getTime()),
      name,
      size,
      type: judged.value.type,
      digest,
      ...(pixels === undefined ? {} : { pixels }),
    };
    try {
      await app.db.tx(async (query) => {
        // Counted once more where nobody else can add meanwhile.
        await query("select pg_advisory_xact_lock(hashtext('upload'), hashtext($1))", [keeping.counted]);
        await keeping.room(query, kept.size);
        await holdFile(app, query, digest, kept);
        await keeping.keep(query, file);
        await noteScan(query, { office: actor.office, digest, now }, scanned);
        await record(query, actor, now, 'file.upload', keeping.object, { file: file.id, digest, size });
      });
    } catch (error) {
      await dropFiles(app.db.query, actor.office, [digest], now);
      throw error;
    }
    return file;
  } finally {
    await kept.drop();
  }
}

/** Width and height of a photograph, read where a file of a stranger is. @throws what keeps it from being printed. */
async function pixelsIn(app: App, file: SentFile, from: string): Promise<string> {
  const seen = await app.reader.read('photo', file, {}, from);
  if (!seen.ok) throw unsound(seen.problems, seen.problems[0]?.code, seen.problems[0]?.message);
  return `${seen.value.width}x${seen.value.height}`;
}

/** The refusal of a file over `limit` bytes. */
export const tooLarge = (limit: number): ProblemError =>
  new ProblemError(
    413,
    'file.too-large',
    `文件超过 ${Math.floor(limit / 1024 / 1024)} MB，没有保存。请压缩或拆分后再上传。`,
    `The file is larger than ${Math.floor(limit / 1024 / 1024)} MB and was not kept.`,
  );
