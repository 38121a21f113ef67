import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

/** A received upload on its way: on disk, so that slow senders cost no memory, and unreadable there. */
export interface Spooled {
  readonly size: number;
  /** The content as a fresh stream. */
  stream(): Readable;
  bytes(): Promise<Uint8Array>;
  /** Always call it; the content is gone afterwards. */
  drop(): Promise<void>;
}

/** Receives a stream into `folder`; null when it grew past `limit` bytes. Errors of the sender pass through. */
export async function spool(source: Readable, folder: string, limit: number): Promise<Spooled | null> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  // The key lives only in this process: what a crash leaves behind is noise.
  const key = randomBytes(16);
  const iv = randomBytes(16);
  let size = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > limit) done(new PastLimit());
      else done(null, chunk);
    },
  });
  try {
    await pipeline(
      source,
      meter,
      createCipheriv('sm4-ctr', key, iv),
      createWriteStream(path, { mode: 0o600, flags: 'wx' }),
    );
  } catch (error) {
    await rm(path, { force: true });
    if (error instanceof PastLimit) return null;
    throw error;
  }
  const stream = () => {
    const file = createReadStream(path);
    const decipher = createDecipheriv('sm4-ctr', key, iv);
    file.on('error', (error) => decipher.destroy(error));
    decipher.on('close', () => file.destroy());
    return file.pipe(decipher);
  };
  return {
    size,
    stream,
    bytes: async () => await buffer(stream()),
    drop: async () => await rm(path, { force: true }),
  };
}

class PastLimit extends Error {}
