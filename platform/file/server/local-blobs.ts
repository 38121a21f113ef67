import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BlobStore } from '@zhitongche/core/server';

const IV_BYTES = 16;
const DIGEST = /^[0-9a-f]{64}$/;
/** Milliseconds without a byte after which a half-received file is nobody's; the door gives up on a request much sooner. */
const DEAD_AFTER = 3_600_000;

/** The bytes on disk are not what was stored: a damaged disk or a hand that should not be there. */
export class BlobDamaged extends Error {
  override readonly name = 'BlobDamaged';
  readonly digest: string;
  /** Bytes that are there. */
  readonly size: number;

  constructor(digest: string, size: number) {
    super(`Stored file ${digest} does not match its digest`);
    this.digest = digest;
    this.size = size;
  }
}

/**
 * Files in a local directory, encrypted with SM4-CTR under a key of their own; `secret` is the material it is derived from.
 * Integrity needs no separate code: the name is the SM3 of the content, checked before anything is handed out (`BlobDamaged`).
 */
export async function localBlobs(folder: string, secret: Uint8Array): Promise<BlobStore> {
  const key = Buffer.from(hkdfSync('sm3', secret, new Uint8Array(0), 'zhitongche blob', 16));
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  for (const leftover of await readdir(incoming)) await dropIfDead(join(incoming, leftover));

  const pathOf = (digest: string) => join(folder, digest.slice(0, 2), digest.slice(2, 4), digest);

  async function plain(digest: string): Promise<Readable | null> {
    if (!DIGEST.test(digest)) return null;
    const handle = await open(pathOf(digest), 'r').catch(absent);
    if (!handle) return null;
    const iv = Buffer.alloc(IV_BYTES);
    const { bytesRead } = await handle.read(iv, 0, IV_BYTES, 0);
    await handle.close();
    if (bytesRead < IV_BYTES) throw new BlobDamaged(digest, 0);
    const file = createReadStream(pathOf(digest), { start: IV_BYTES });
    const decipher = createDecipheriv('sm4-ctr', key, iv);
    file.on('error', (error) => decipher.destroy(error));
    decipher.on('close', () => file.destroy());
    return file.pipe(decipher);
  }

  return {
    async put(bytes, { over = false } = {}) {
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
    },

    async read(digest) {
      const source = await plain(digest);
      if (!source) return null;
      const chunks: Buffer[] = [];
      for await (const chunk of source) chunks.push(chunk as Buffer);
      const content = Buffer.concat(chunks);
      if (createHash('sm3').update(content).digest('hex') !== digest)
        throw new BlobDamaged(digest, content.length);
      return content;
    },

    async has(digest) {
      return DIGEST.test(digest) && (await stat(pathOf(digest)).catch(absent)) !== undefined;
    },

    async drop(digest) {
      if (DIGEST.test(digest)) await rm(pathOf(digest), { force: true });
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
  };
}

/** Another node may be receiving files into the same folder: only what nobody has written to for long is thrown away. */
async function dropIfDead(path: string): Promise<void> {
  const info = await stat(path).catch(absent);
  if (info && Date.now() - info.mtimeMs > DEAD_AFTER) await rm(path, { force: true });
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
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
