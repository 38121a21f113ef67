import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BlobStore } from '@zhitongche/core/server';
import { BlobDamaged, localBlobs } from './local-blobs.ts';
import { spool } from './spool.ts';

const secret = randomBytes(32);
let folder = '';
let blobs: BlobStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blobs-'));
  blobs = await localBlobs(folder, secret);
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
    await localBlobs(folder, secret);
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
