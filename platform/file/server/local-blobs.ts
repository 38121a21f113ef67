import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BlobStore } from '@zhitongche/core/server';
import { BlobDamaged } from './blob-damaged.ts';
import { absent, type BlobKeys, IV_BYTES, type Shelf, shelvesIn } from './shelves.ts';

const DIGEST = /^[0-9a-f]{64}$/;
/** Milliseconds without a byte after which a half-received file is nobody's; the door gives up on a request much sooner. */
const DEAD_AFTER = 3_600_000;

/**
 * Files in a local directory, encrypted with SM4-CTR under a key of their own for each master secret. Integrity needs no
 * separate code: the name is the SM3 of the content, checked before anything is handed out (`BlobDamaged`).
 * @throws BlobDamaged.
 */
export async function localBlobs(folder: string, keys: BlobKeys): Promise<BlobStore> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  for (const leftover of await readdir(incoming)) await dropIfDead(join(incoming, leftover));
  const shelves = shelvesIn(folder, keys);
  const older = (): readonly Shelf[] => shelves().filter(({ generation }) => generation < keys.generation);

  async function plain(digest: string): Promise<Readable | null> {
    if (!DIGEST.test(digest)) return null;
    // Looked for twice: it may move to the newest shelf between two looks.
    for (const shelf of [...shelves(), ...shelves()]) {
      const found = await shelf.plain(digest);
      if (found) return found;
    }
    return null;
  }

  async function put(bytes: Readable | Uint8Array, { over = false } = {}) {
    const [{ key, pathOf }] = shelves();
    const temporary = join(incoming, randomUUID());
    const iv = randomBytes(IV_BYTES);
    const hash = createHash('sm3');
    let size = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      const source = bytes instanceof Uint8Array ? Readable.from([Buffer.from(bytes)]) : bytes;
      const out = createWriteStream(temporary, { mode: 0o600, flush: true });
      out.write(iv);
      await pipeline(source, meter, createCipheriv('sm4-ctr', key, iv), out);
      const digest = hash.digest('hex');
      const place = dirname(pathOf(digest));
      await mkdir(place, { recursive: true, mode: 0o700 });
      // A link appears whole or not at all, and leaves an earlier copy of the same content alone.
      if (over) await rename(temporary, pathOf(digest));
      else await link(temporary, pathOf(digest)).catch(alreadyThere);
      await syncFolder(place);
      return { digest, size };
    } finally {
      await rm(temporary, { force: true });
    }
  }

  return {
    put,
    async read(digest) {
      const source = await plain(digest);
      return source && (await whole(source, digest));
    },
    async has(digest) {
      if (!DIGEST.test(digest)) return false;
      for (const { pathOf } of [...shelves(), ...shelves()])
        if ((await stat(pathOf(digest)).catch(absent)) !== undefined) return true;
      return false;
    },
    async drop(digest) {
      if (!DIGEST.test(digest)) return;
      // The newest last: what moves meanwhile moves there.
      for (const { pathOf } of shelves().toReversed()) await rm(pathOf(digest), { force: true });
    },
    async get(digest) {
      const first = await plain(digest);
      if (!first) return null;
      // Read twice on purpose: once bytes have left for the browser it is too late to find them wrong.
      const hash = createHash('sm3');
      let size = 0;
      for await (const chunk of first) {
        hash.update(chunk as Buffer);
        size += (chunk as Buffer).length;
      }
      if (hash.digest('hex') !== digest) throw new BlobDamaged(digest, size);
      return await plain(digest);
    },
    async *older() {
      for (const shelf of older()) yield* shelf.digests();
    },
    async renew(digest) {
      for (const shelf of older()) {
        const source = await shelf.plain(digest);
        const content = source && (await whole(source, digest).catch(damaged));
        if (content === undefined) return false;
        if (content) await put(content);
        await rm(shelf.pathOf(digest), { force: true });
      }
      return true;
    },
  };
}

async function whole(source: Readable, digest: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(chunk as Buffer);
  const content = Buffer.concat(chunks);
  if (createHash('sm3').update(content).digest('hex') !== digest)
    throw new BlobDamaged(digest, content.length);
  return content;
}

function damaged(error: unknown): undefined {
  if (!(error instanceof BlobDamaged)) throw error;
}

/** Another node may be receiving files into the same folder: only what nobody has written to for long is thrown away. */
async function dropIfDead(path: string): Promise<void> {
  const info = await stat(path).catch(absent);
  if (info && Date.now() - info.mtimeMs > DEAD_AFTER) await rm(path, { force: true });
}

function alreadyThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function syncFolder(folder: string): Promise<void> {
  // Without this a power cut may keep the file and lose its name.
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
