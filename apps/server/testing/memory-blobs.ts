import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { sm3Hex } from '@zhitongche/formats';
import type { BlobStore } from '@zhitongche/core/server';

/** A file store that forgets with the test. */
export function memoryBlobs(): BlobStore {
  const kept = new Map<string, Uint8Array>();
  return {
    async put(bytes) {
      const whole = bytes instanceof Readable ? await buffer(bytes) : bytes;
      const digest = sm3Hex(whole);
      kept.set(digest, whole);
      return { digest, size: whole.length };
    },
    async get(digest) {
      const bytes = kept.get(digest);
      return bytes ? Readable.from([Buffer.from(bytes)]) : null;
    },
    read: async (digest) => kept.get(digest) ?? null,
    has: async (digest) => kept.has(digest),
    drop: async (digest) => void kept.delete(digest),
    async *older() {},
    renew: async () => true,
  };
}
