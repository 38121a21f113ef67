import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BlobStore } from '@zhitongche/core/server';
import { deriveKeys } from '@zhitongche/core/server';
import { masterKeys } from '../../core/server/keys/derive.ts';
import { BlobDamaged } from './blob-damaged.ts';
import { localBlobs } from './local-blobs.ts';
import { spool } from './spool.ts';

const keys = deriveKeys(randomBytes(32));
let folder = '';
let blobs: BlobStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blobs-'));
  blobs = await localBlobs(folder, keys);
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function filesUnder(): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe('the file store', () => {
  test('names content by the SM3 of the standard and gives it back', async () => {
    // GB/T 32905-2016 example 1: SM3("abc").
    const stored = await blobs.put(Buffer.from('abc'));
    expect(stored).toEqual({
      digest: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
      size: 3,
    });
    expect(Buffer.from((await blobs.read(stored.digest)) ?? []).toString()).toBe('abc');
  });

  test('keeps the same content once and gives large streams back unchanged', async () => {
    const content = randomBytes(3_000_000);
    const first = await blobs.put(Readable.from([content.subarray(0, 7), content.subarray(7)]));
    const second = await blobs.put(content);
    expect(second).toEqual(first);
    expect(await filesUnder()).toHaveLength(1);
    const stream = await blobs.get(first.digest);
    expect(stream && (await buffer(stream)).equals(content)).toBe(true);
  });

  test('shows no readable text on the disk', async () => {
    await blobs.put(Buffer.from('护照号码 E12345678'.repeat(50)));
    for (const file of await filesUnder()) expect((await readFile(file)).includes('E12345678')).toBe(false);
  });

  test('refuses to hand out content in which one byte was changed', async () => {
    const { digest } = await blobs.put(Buffer.from('任务批件'.repeat(100)));
    const [file = ''] = await filesUnder();
    const bytes = await readFile(file);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(file, bytes);
    await expect(blobs.read(digest)).rejects.toBeInstanceOf(BlobDamaged);
    await expect(blobs.get(digest)).rejects.toBeInstanceOf(BlobDamaged);
  });

  test('knows nothing of names that are not digests', async () => {
    for (const name of ['../../etc/passwd', '0'.repeat(64), '0'.repeat(63), '']) {
      expect(await blobs.read(name)).toBeNull();
      expect(await blobs.get(name)).toBeNull();
    }
  });

  test('an upload that breaks off leaves nothing behind', async () => {
    const broken = new Readable({
      read() {
        this.push('half');
        this.destroy(new Error('connection lost'));
      },
    });
    await expect(blobs.put(broken)).rejects.toThrow('connection lost');
    expect(await filesUnder()).toEqual([]);
  });

  test('clears what a killed process had half received, and leaves alone what another node is receiving', async () => {
    const [dead, living] = ['dead', 'living'].map((name) => join(folder, 'incoming', name));
    await writeFile(dead ?? '', 'x');
    const twoHoursAgo = new Date(Date.now() - 7_200_000);
    await utimes(dead ?? '', twoHoursAgo, twoHoursAgo);
    await writeFile(living ?? '', 'x');
    await localBlobs(folder, keys);
    expect(await filesUnder()).toEqual([living]);
    await rm(living ?? '');
  });
});

describe('the spool', () => {
  test('takes exactly the limit, refuses one byte more and leaves nothing behind', async () => {
    const content = randomBytes(1000);
    const kept = await spool(Readable.from([content]), folder, 1000);
    expect(kept?.size).toBe(1000);
    expect(Buffer.from((await kept?.bytes()) ?? []).equals(content)).toBe(true);
    await kept?.drop();
    expect(await spool(Readable.from([content, Buffer.from([0])]), folder, 1000)).toBeNull();
    expect(await filesUnder()).toEqual([]);
  });

  test('shows no readable text on the disk while the upload waits', async () => {
    const kept = await spool(Readable.from([Buffer.from('E12345678'.repeat(500))]), folder, 10_000);
    for (const file of await filesUnder()) expect((await readFile(file)).includes('E1234567')).toBe(false);
    await kept?.drop();
  });
});

describe('when the master secret was changed', () => {
  const next = randomBytes(32);
  /** Another process that knows both, and works under the second. */
  const second = async () => {
    const before = keys.past(1);
    const of = masterKeys(next, 2);
    if (!before) throw new Error('no first master secret');
    return await localBlobs(folder, {
      generation: 2,
      generations: [before, { ...of, ended: null }],
    });
  };

  const listed = async (store: BlobStore): Promise<readonly string[]> => {
    const found: string[] = [];
    for await (const digest of store.older()) found.push(digest);
    return found;
  };

  test('a file is read where it lies, and lies under the new one once it was renewed', async () => {
    const { digest } = await blobs.put(Buffer.from('任务批件'));
    const later = await second();
    const read = async () => Buffer.from((await later.read(digest)) ?? []).toString();
    expect(await read()).toBe('任务批件');
    expect(await listed(later)).toEqual([digest]);
    expect(await later.renew(digest)).toBe(true);
    expect(await listed(later)).toEqual([]);
    expect(await read()).toBe('任务批件');
    expect(await blobs.read(digest)).toBeNull();
    expect(await later.has(digest)).toBe(true);
    await later.drop(digest);
    expect(await later.has(digest)).toBe(false);
  });

  test('a damaged file stays as it lies, and is told as damaged', async () => {
    const { digest } = await blobs.put(Buffer.from('任务批件'.repeat(100)));
    const [file = ''] = await filesUnder();
    const bytes = await readFile(file);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(file, bytes);
    const later = await second();
    expect(await later.renew(digest)).toBe(false);
    await expect(later.read(digest)).rejects.toBeInstanceOf(BlobDamaged);
  });
});
