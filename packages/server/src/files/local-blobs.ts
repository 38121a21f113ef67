import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BlobDamaged, type BlobStore, type BlobTooLarge, type StoredBlob } from './blob-store.ts';

const IV_BYTES = 16;

/**
 * Files in a local directory, encrypted with SM4-CTR under a key of their own.
 * Integrity needs no separate code: the name is the SM3 of the content, checked before anything is handed out.
 */
export async function localBlobs(folder: string, secret: Uint8Array): Promise<BlobStore> {
  const key = Buffer.from(hkdfSync('sm3', secret, new Uint8Array(0), 'zhitongche blob', 16));
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  // Half-received files of a killed process are encrypted with an iv nobody will ask for again.
  for (const leftover of await readdir(incoming)) await rm(join(incoming, leftover), { force: true });

  const pathOf = (digest: string) => join(folder, digest.slice(0, 2), digest.slice(2, 4), digest);

  async function exists(digest: string): Promise<boolean> {
    if (!/^[0-9a-f]{64}$/.test(digest)) return false;
    return await stat(pathOf(digest)).then(
      () => true,
      () => false,
    );
  }

  async function plain(digest: string): Promise<Readable> {
    const handle = await open(pathOf(digest), 'r');
    const iv = Buffer.alloc(IV_BYTES);
    const { bytesRead } = await handle.read(iv, 0, IV_BYTES, 0);
    await handle.close();
    if (bytesRead < IV_BYTES) throw new BlobDamaged(digest);
    const decipher = createDecipheriv('sm4-ctr', key, iv);
    const file = createReadStream(pathOf(digest), { start: IV_BYTES });
    file.on('error', (error) => decipher.destroy(error));
    return file.pipe(decipher);
  }

  async function verify(digest: string): Promise<void> {
    const hash = createHash('sm3');
    for await (const chunk of await plain(digest)) hash.update(chunk as Buffer);
    if (hash.digest('hex') !== digest) throw new BlobDamaged(digest);
  }

  async function receive(source: Readable | Uint8Array, limit: number): Promise<StoredBlob | BlobTooLarge> {
    const temporary = join(incoming, randomUUID());
    const iv = randomBytes(IV_BYTES);
    const hash = createHash('sm3');
    let size = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        if (size > limit) return done(new PastLimit());
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      const input = source instanceof Uint8Array ? Readable.from([Buffer.from(source)]) : source;
      const out = createWriteStream(temporary, { mode: 0o600, flush: true });
      out.write(iv);
      await pipeline(input, meter, createCipheriv('sm4-ctr', key, iv), out);
      const digest = hash.digest('hex');
      await mkdir(join(folder, digest.slice(0, 2), digest.slice(2, 4)), { recursive: true, mode: 0o700 });
      // A link appears whole or not at all, and leaves an earlier copy of the same content alone.
      await link(temporary, pathOf(digest)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
      await syncFolder(join(folder, digest.slice(0, 2), digest.slice(2, 4)));
      return { digest, size };
    } catch (error) {
      if (error instanceof PastLimit) return { tooLarge: true };
      throw error;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  function put(source: Readable | Uint8Array): Promise<StoredBlob>;
  function put(source: Readable | Uint8Array, limit: number): Promise<StoredBlob | BlobTooLarge>;
  async function put(source: Readable | Uint8Array, limit = Number.POSITIVE_INFINITY) {
    return await receive(source, limit);
  }

  return {
    put,
    has: exists,
    async read(digest) {
      if (!(await exists(digest))) return undefined;
      const chunks: Buffer[] = [];
      for await (const chunk of await plain(digest)) chunks.push(chunk as Buffer);
      const content = Buffer.concat(chunks);
      if (createHash('sm3').update(content).digest('hex') !== digest) throw new BlobDamaged(digest);
      return content;
    },
    async open(digest) {
      if (!(await exists(digest))) return undefined;
      await verify(digest);
      return await plain(digest);
    },
    async remove(digest) {
      if (/^[0-9a-f]{64}$/.test(digest)) await rm(pathOf(digest), { force: true });
    },
  };
}

class PastLimit extends Error {}

async function syncFolder(folder: string): Promise<void> {
  // Without this a power cut may keep the file and lose its name.
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
