import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BackupSecret, readBackupSecret } from './archive-key.ts';
import { MOST, PREAMBLE, TAG } from './archive-format.ts';
import { readArchive } from './archive-reader.ts';
import { writeArchive } from './archive-writer.ts';

const secret: BackupSecret = { kind: 'key', bytes: Buffer.alloc(32, 7) };
let folder = '';
let whole = Buffer.alloc(0);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
  const archive = await writeArchive(join(folder, 'whole'), secret);
  await archive.record({ first: 'record' });
  await archive.data(Buffer.alloc(MOST, 'a'));
  await archive.data(Buffer.alloc(MOST, 'b'));
  await archive.record({ second: 'record' });
  await archive.finish({ the: 'end' });
  whole = await readFile(join(folder, 'whole'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function readAll(bytes: Buffer, key = secret): Promise<readonly string[]> {
  const path = join(folder, 'tried');
  await writeFile(path, bytes);
  const archive = await readArchive(path, key);
  const found: string[] = [];
  try {
    for (;;) {
      const { value, last } = await archive.record();
      found.push(JSON.stringify(value));
      if (last) return found;
      for await (const chunk of archive.data())
        found.push(`${chunk.toString('latin1', 0, 1)} ${chunk.length}`);
    }
  } finally {
    await archive.close();
  }
}

/** Where each chunk begins; their lengths stand in the open. */
function chunks(): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = PREAMBLE; at < whole.length; ) {
    const end = at + 4 + whole.readUInt32BE(at) + TAG;
    found.push(whole.subarray(at, end));
    at = end;
  }
  return found;
}

const joined = (order: readonly number[]): Buffer =>
  Buffer.concat([whole.subarray(0, PREAMBLE), ...order.map((index) => chunks()[index] ?? Buffer.alloc(0))]);

describe('an archive', () => {
  test('gives back what was written, in order', async () => {
    expect(await readAll(whole)).toEqual([
      '{"first":"record"}',
      `a ${MOST}`,
      `b ${MOST}`,
      '{"second":"record"}',
      '{"the":"end"}',
    ]);
    expect(chunks()).toHaveLength(5);
  });

  test('hides its content', () => {
    expect(whole.includes('record')).toBe(false);
    expect(whole.includes('aaaaaaaaaaaaaaaa')).toBe(false);
  });

  test('of the same content looks different every time', async () => {
    const again = await writeArchive(join(folder, 'again'), secret);
    await again.record({ first: 'record' });
    await again.finish({ the: 'end' });
    const other = await readFile(join(folder, 'again'));
    expect(other.subarray(PREAMBLE, PREAMBLE + 40).equals(whole.subarray(PREAMBLE, PREAMBLE + 40))).toBe(
      false,
    );
  });

  test('refuses every single damaged byte of its open part and of a chunk, wherever it is', async () => {
    const first = chunks()[0]?.length ?? 0;
    const end = whole.length;
    const places = [
      ...Array.from({ length: PREAMBLE + first }, (_, at) => at),
      PREAMBLE + first + 5,
      PREAMBLE + first + MOST,
      ...Array.from({ length: chunks().at(-1)?.length ?? 0 }, (_, at) => end - 1 - at),
    ];
    for (const at of places) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x40;
      await expect(readAll(bytes), `byte ${at}`).rejects.toThrow(/备份/);
    }
  });

  test('names the chunk and the place in the file where the damage is', async () => {
    const bytes = Buffer.from(whole);
    const second = PREAMBLE + (chunks()[0]?.length ?? 0);
    bytes[second + 1000] = (bytes[second + 1000] ?? 0) ^ 1;
    await expect(readAll(bytes)).rejects.toThrow(`第 2 块（文件第 ${second} 字节起）`);
  });

  test.each([
    ['two chunks changed places', [0, 2, 1, 3, 4], /第 2 块/],
    ['a chunk is left out', [0, 2, 3, 4], /第 2 块/],
    ['a chunk is there twice', [0, 1, 1, 2, 3, 4], /第 3 块/],
    ['it ends between two chunks', [0, 1, 2], /不完整/],
    ['its last chunk is gone', [0, 1, 2, 3], /不完整/],
    ['something follows its end', [0, 1, 2, 3, 4, 3], /多余/],
    ['nothing follows its open part', [], /不完整/],
  ])('is refused when %s', async (_what, order, said) => {
    await expect(readAll(joined(order))).rejects.toThrow(said);
  });

  test('is refused when it is cut off in the middle of a chunk', async () => {
    await expect(readAll(whole.subarray(0, PREAMBLE + 100_000))).rejects.toThrow(
      `文件在第 ${PREAMBLE + 100_000} 字节处中断`,
    );
  });

  test('does not open with another key, and says that it is the key', async () => {
    const other: BackupSecret = { kind: 'key', bytes: Buffer.alloc(32, 8) };
    await expect(readAll(whole, other)).rejects.toThrow('备份密钥与这份备份不符');
  });

  test('is told from any other file', async () => {
    await expect(readAll(Buffer.from('%PDF-1.7\n'.repeat(20)))).rejects.toThrow('不是直通车的备份');
  });
});

describe('the backup key', () => {
  test('is 64 hexadecimal digits or words of some length, from the environment or a file', async () => {
    const key = 'ab'.repeat(32);
    expect(await readBackupSecret({ ZHITONGCHE_BACKUP_KEY: key })).toEqual({
      kind: 'key',
      bytes: Buffer.from(key, 'hex'),
    });
    const path = join(folder, 'words');
    await writeFile(path, '四月 的 海南 没有 风 和 雨\n');
    expect(await readBackupSecret({ ZHITONGCHE_BACKUP_KEY_FILE: path })).toEqual({
      kind: 'passphrase',
      words: '四月 的 海南 没有 风 和 雨',
    });
  });
  test('missing, too short or unreadable is refused with what to do', async () => {
    await expect(readBackupSecret({})).rejects.toThrow('ZHITONGCHE_BACKUP_KEY');
    await expect(readBackupSecret({ ZHITONGCHE_BACKUP_KEY: '太短了' })).rejects.toThrow('至少 12 个字符');
    await expect(readBackupSecret({ ZHITONGCHE_BACKUP_KEY_FILE: join(folder, 'no') })).rejects.toThrow(
      '读不到',
    );
  });
  test('made of words opens what it wrote', async () => {
    const words: BackupSecret = { kind: 'passphrase', words: '四月的海南没有风也没有雨' };
    const archive = await writeArchive(join(folder, 'words.backup'), words);
    await archive.finish({ the: 'end' });
    expect(await readAll(await readFile(join(folder, 'words.backup')), words)).toEqual(['{"the":"end"}']);
  });
});
