import { createCipheriv, randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { archiveKey, type BackupSecret } from './archive-key.ts';
import { DATA, MAGIC, MOST, nonceOf, RECORD, SALT } from './archive-format.ts';

/** Writes an archive chunk by chunk; memory holds one chunk. */
export interface ArchiveWriter {
  /** A record; bytes written before it are flushed. */
  record(value: object): Promise<void>;
  /** Bytes that belong to the record before them. */
  data(bytes: Uint8Array): Promise<void>;
  /** The last record; without it the archive counts as cut off. Gives the size of the file once it is on disk. */
  finish(value: object): Promise<number>;
  /** Closes without finishing. */
  abandon(): Promise<void>;
}

/**
 * Begins an archive in a new file.
 * @throws RangeError.
 */
export async function writeArchive(path: string, secret: BackupSecret): Promise<ArchiveWriter> {
  const salt = randomBytes(SALT);
  const key = await archiveKey(secret, salt);
  const file: FileHandle = await open(path, 'wx', 0o600);
  await file.write(Buffer.concat([MAGIC, salt, key.check]));
  let index = 0;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;

  async function chunk(kind: number, content: Uint8Array, last: boolean): Promise<void> {
    const cipher = createCipheriv('aes-256-gcm', key.cipher, nonceOf(index, last));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length + 1);
    // The length steers the reader before the tag can be checked; it is covered all the same.
    cipher.setAAD(length);
    const body = [cipher.update(Uint8Array.of(kind)), cipher.update(content), cipher.final()];
    await file.write(Buffer.concat([length, ...body, cipher.getAuthTag()]));
    index += 1;
  }
  async function flush(): Promise<void> {
    if (waitingBytes === 0) return;
    const content = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    await chunk(DATA, content, false);
  }
  async function record(value: object, last: boolean): Promise<void> {
    await flush();
    const content = Buffer.from(JSON.stringify(value));
    if (content.length > MOST) throw new RangeError('A record of a backup is larger than a chunk');
    await chunk(RECORD, content, last);
  }
  return {
    record: (value) => record(value, false),
    async data(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const part = bytes.subarray(at, at + MOST - waitingBytes);
        waiting.push(part);
        waitingBytes += part.length;
        at += part.length;
        if (waitingBytes === MOST) await flush();
      }
    },
    async finish(value) {
      await record(value, true);
      await file.sync();
      const { size } = await file.stat();
      await file.close();
      return size;
    },
    abandon: () => file.close(),
  };
}
