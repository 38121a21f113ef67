import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { readArchive } from './archive-reader.ts';
import type { BackupSecret } from './archive-key.ts';
import { measure } from './measure.ts';
import type { Progress } from './progress.ts';
import { BackupRefused } from './refused.ts';
import {
  type Content,
  type Head,
  HeadShape,
  type Manifest,
  ManifestShape,
  PartShape,
  shaped,
} from './shapes.ts';

/** What a walk does with the content; without these it only proves the archive. */
export interface Visitor {
  readonly begin?: (head: Head) => Promise<void>;
  /** Takes a table's text; what it holds is compared afterwards. */
  readonly table?: (name: string, text: AsyncIterable<Buffer>) => Promise<void>;
  /** Hears what the table came to, once that is what the archive says. */
  readonly tableRead?: (name: string, content: Content) => void;
  /** Takes a file's bytes and gives the digest of what it stored. */
  readonly file?: (bytes: Readable) => Promise<string>;
}

/** A backup that was read from its first byte to its last. */
export interface Walked {
  readonly head: Head;
  readonly manifest: Manifest;
}

/**
 * Reads a whole backup: every chunk authentic and in order, every table and file with the rows, bytes and digest on record.
 * @throws BackupRefused.
 */
export async function walkBackup(
  path: string,
  secret: BackupSecret,
  progress: Progress,
  visitor: Visitor = {},
): Promise<Walked> {
  const archive = await readArchive(path, secret);
  try {
    const head = shaped(HeadShape, (await archive.record()).value);
    await visitor.begin?.(head);
    const hash = createHash('sm3');
    const sum = { tables: 0, rows: 0, files: 0, fileBytes: 0 };
    for (;;) {
      const { value, last } = await archive.record();
      if (last) {
        const { manifest } = shaped(ManifestShape, value);
        const found = { ...sum, fileDigest: hash.digest('hex') };
        for (const key of Object.keys(found) as (keyof typeof found)[])
          if (manifest[key] !== found[key]) throw new BackupRefused('备份的内容与其清单不符。');
        if (head.tables.length !== sum.tables) throw new BackupRefused('备份缺少清单中的数据表。');
        return { head, manifest };
      }
      const part = shaped(PartShape, value);
      if ('table' in part) {
        const end = await readTable(part.table);
        sum.tables += 1;
        sum.rows += end.rows;
      } else if ('file' in part) {
        await readFile(part.file, part.size);
        hash.update(part.file);
        sum.files += 1;
        sum.fileBytes += part.size;
      } else throw new BackupRefused('备份的内容次序不对，不是本程序写的。');
      progress.tick(
        `已读 ${Math.round(archive.position / 1_048_576)} MB：${sum.rows} 行，${sum.files} 个文件`,
      );
    }

    async function readTable(name: string): Promise<Content> {
      const measured = measure(() =>
        progress.tick(`已读 ${Math.round(archive.position / 1_048_576)} MB，正在读 ${name}`),
      );
      await pipeline(
        Readable.from(archive.data(), { objectMode: false }),
        createGunzip(),
        measured.through,
        async (text: AsyncIterable<Buffer>) => {
          if (visitor.table) await visitor.table(name, text);
          else for await (const _ of text);
        },
      );
      const end = shaped(PartShape, (await archive.record()).value);
      const content = measured.content();
      if (!('tableEnd' in end) || end.tableEnd !== name || !same(end.content, content))
        throw new BackupRefused(`备份中数据表 ${name} 的行数或摘要与记录不符。`);
      visitor.tableRead?.(name, content);
      return content;
    }

    async function readFile(digest: string, size: number): Promise<void> {
      let bytes = 0;
      const sm3 = createHash('sm3');
      async function* counted(): AsyncGenerator<Buffer> {
        for await (const chunk of archive.data()) {
          bytes += chunk.length;
          sm3.update(chunk);
          yield chunk;
        }
      }
      const stored = visitor.file
        ? await visitor.file(Readable.from(counted(), { objectMode: false }))
        : await drained(counted());
      if (bytes !== size || sm3.digest('hex') !== digest || (stored !== null && stored !== digest))
        throw new BackupRefused(`备份中的文件 ${digest} 与其摘要不符。`);
    }
  } finally {
    await archive.close();
  }
}

async function drained(bytes: AsyncIterable<Buffer>): Promise<null> {
  for await (const _ of bytes);
  return null;
}

/** Whether two contents are the same. */
export const same = (a: Content, b: Content): boolean =>
  a.rows === b.rows && a.bytes === b.bytes && a.digest === b.digest;
