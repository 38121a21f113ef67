import { createDecipheriv, hkdfSync } from 'node:crypto';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Keys } from '@zhitongche/core/server';
import { BlobDamaged } from './blob-damaged.ts';

/** Bytes before the encrypted content. */
export const IV_BYTES = 16;
const DIGEST = /^[0-9a-f]{64}$/;
const PART = /^[0-9a-f]{2}$/;

/** What files are encrypted under. */
export type BlobKeys = Pick<Keys, 'generation' | 'generations'>;

/** Where the files of one master secret lie, and the key they are encrypted with. */
export interface Shelf {
  readonly generation: number;
  readonly key: Buffer;
  pathOf(digest: string): string;
  /** Digests of the files on it. */
  digests(): AsyncIterable<string>;
  /** The content of a file as it lies there, not compared with its digest; null = it is not there. */
  plain(digest: string): Promise<Readable | null>;
}

/** Gives the shelves of a folder, that of the master secret in force first. Those of the first lie in the folder itself, those of the second below `m2`. */
export function shelvesIn(folder: string, keys: BlobKeys): () => readonly [Shelf, ...Shelf[]] {
  const made = new Map<number, Shelf>();
  return () => {
    const all = keys.generations.map((one) => {
      const shelf = made.get(one.generation) ?? shelfOf(folder, one.generation, one.secret('files'));
      made.set(one.generation, shelf);
      return shelf;
    });
    const [own, ...others] = all.toSorted(
      (one, other) =>
        Number(other.generation === keys.generation) - Number(one.generation === keys.generation),
    );
    if (!own) throw new Error('A process without a master secret stores no files');
    return [own, ...others];
  };
}

function shelfOf(folder: string, generation: number, secret: Uint8Array): Shelf {
  const root = generation === 1 ? folder : join(folder, `m${generation}`);
  const key = Buffer.from(hkdfSync('sm3', secret, new Uint8Array(0), 'zhitongche blob', 16));
  const pathOf = (digest: string): string => join(root, digest.slice(0, 2), digest.slice(2, 4), digest);
  return {
    generation,
    key,
    pathOf,
    async *digests() {
      for (const one of await below(root, PART))
        for (const two of await below(join(root, one), PART))
          yield* await below(join(root, one, two), DIGEST);
    },
    async plain(digest) {
      const handle = await open(pathOf(digest), 'r').catch(absent);
      if (!handle) return null;
      const iv = Buffer.alloc(IV_BYTES);
      const { bytesRead } = await handle.read(iv, 0, IV_BYTES, 0);
      if (bytesRead < IV_BYTES) {
        await handle.close();
        throw new BlobDamaged(digest, 0);
      }
      // The same handle: the file may move to another shelf meanwhile.
      const file = handle.createReadStream({ start: IV_BYTES });
      const decipher = createDecipheriv('sm4-ctr', key, iv);
      file.on('error', (error) => decipher.destroy(error));
      decipher.on('close', () => file.destroy());
      return file.pipe(decipher);
    },
  };
}

const below = async (folder: string, shape: RegExp): Promise<readonly string[]> =>
  ((await readdir(folder).catch(absent)) ?? []).filter((name) => shape.test(name));

/** A file or folder that is not there, as `undefined`. */
export function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
