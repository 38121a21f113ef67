import { createDecipheriv } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { archiveKey, type BackupSecret } from './archive-key.ts';
import { CHECK, DATA, MAGIC, MOST, nonceOf, PREAMBLE, RECORD, SALT, TAG } from './archive-format.ts';
import { BackupRefused } from './refused.ts';

/** One record of an archive, as written. */
export interface ReadRecord {
  readonly value: unknown;
  /** No more chunks may follow. */
  readonly last: boolean;
}

/** Reads an archive from its beginning; every chunk is proved before anything of it is handed out. */
export interface ArchiveReader {
  /** The next record; refuses when bytes come first. */
  record(): Promise<ReadRecord>;
  /** The bytes up to the next record. */
  data(): AsyncGenerator<Buffer>;
  /** Bytes of the file read so far. */
  readonly position: number;
  close(): Promise<void>;
}

interface Chunk {
  readonly kind: number;
  readonly content: Buffer;
  readonly last: boolean;
}

/** Opens an archive; refuses a file that is none and a key that is not its own. */
export async function readArchive(path: string, secret: BackupSecret): Promise<ArchiveReader> {
  const file = await open(path, 'r').catch(() => {
    throw new BackupRefused(`打不开备份 ${path}，请检查路径和权限。`);
  });
  try {
    return await begin(file, path, secret);
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function begin(file: FileHandle, path: string, secret: BackupSecret): Promise<ArchiveReader> {
  const { size } = await file.stat();
  const preamble = Buffer.alloc(PREAMBLE);
  const { bytesRead } = await file.read(preamble, 0, PREAMBLE, 0);
  if (bytesRead < PREAMBLE || !preamble.subarray(0, MAGIC.length).equals(MAGIC))
    throw new BackupRefused(`${path} 不是直通车的备份，或开头已经损坏。`);
  const salt = preamble.subarray(MAGIC.length, MAGIC.length + SALT);
  const key = await archiveKey(secret, salt);
  if (!preamble.subarray(-CHECK).equals(key.check))
    throw new BackupRefused('备份密钥与这份备份不符（或备份开头已经损坏）。');

  let position = PREAMBLE;
  let index = 0;
  let ended = false;
  let ahead: Chunk | null = null;

  async function exactly(bytes: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(bytes);
    for (let have = 0; have < bytes; ) {
      const got = await file.read(buffer, have, bytes - have, position + have);
      if (got.bytesRead === 0)
        throw new BackupRefused(`备份不完整：文件在第 ${position + have} 字节处中断，没有写完或被截断。`);
      have += got.bytesRead;
    }
    return buffer;
  }

  async function next(): Promise<Chunk> {
    const length = await exactly(4);
    const bytes = length.readUInt32BE();
    const damaged = `备份已损坏：第 ${index + 1} 块（文件第 ${position} 字节起）与写入时不同或次序有变。`;
    if (bytes === 0 || bytes > MOST + 1) throw new BackupRefused(damaged);
    position += 4;
    const body = await exactly(bytes + TAG);
    // Only the last chunk ends where the file ends; whether it was meant to be the last one is in its nonce.
    const last = position + body.length === size;
    const plain = opened(key.cipher, index, last, length, body);
    if (plain === null) {
      // A file cut off between two chunks ends with one that was written to be followed.
      if (last && opened(key.cipher, index, false, length, body) !== null)
        throw new BackupRefused(`备份不完整：文件在第 ${size} 字节处中断，没有写完或被截断。`);
      if (!last && opened(key.cipher, index, true, length, body) !== null)
        throw new BackupRefused(
          `备份已损坏：结尾之后（文件第 ${position + body.length} 字节起）还有多余的内容。`,
        );
      throw new BackupRefused(damaged);
    }
    position += body.length;
    index += 1;
    ended = last;
    return { kind: plain[0] ?? 0, content: plain.subarray(1), last };
  }

  return {
    get position() {
      return position;
    },
    async record() {
      const chunk = ahead ?? (await next());
      ahead = null;
      if (chunk.kind !== RECORD) throw new BackupRefused('备份的内容次序不对，不是本程序写的。');
      const value: unknown = JSON.parse(chunk.content.toString('utf8'));
      return { value, last: chunk.last };
    },
    async *data() {
      for (;;) {
        if (ended && !ahead) throw new BackupRefused('备份的内容次序不对，不是本程序写的。');
        const chunk = ahead ?? (await next());
        ahead = null;
        if (chunk.kind !== DATA) {
          ahead = chunk;
          return;
        }
        yield chunk.content;
      }
    },
    close: () => file.close(),
  };
}

/** The content of a chunk; null when it is not what was written at this place. */
function opened(key: Uint8Array, index: number, last: boolean, length: Buffer, body: Buffer): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, last), { authTagLength: TAG });
  decipher.setAAD(length);
  decipher.setAuthTag(body.subarray(-TAG));
  const plain = decipher.update(body.subarray(0, -TAG));
  try {
    decipher.final();
    return plain;
  } catch {
    return null;
  }
}
