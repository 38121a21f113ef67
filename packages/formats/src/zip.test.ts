import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readZip, type ZipOptions } from './zip.ts';

const ROOM: ZipOptions = { limits: { entries: 100, unpacked: 10_000_000, ratio: 200 } };
const made = () =>
  zipSync({ 'word/document.xml': strToU8('一'.repeat(2000)), 'plain.txt': [strToU8('明文'), { level: 0 }] });
const read = (bytes: Uint8Array, options = ROOM) => {
  const zip = readZip(bytes, options);
  return zip.ok
    ? zip.entries.map(({ name, read: content }) => {
        const got = content();
        return [name, typeof got === 'string' ? got : new TextDecoder().decode(got)];
      })
    : zip.why;
};
/** Where the directory names an entry. */
const head = (bytes: Uint8Array) => new DataView(bytes.buffer).getUint32(bytes.length - 6, true);

test('every part is read as it was packed, and only what is wanted counts', () => {
  expect(read(made())).toEqual([
    ['word/document.xml', '一'.repeat(2000)],
    ['plain.txt', '明文'],
  ]);
  const wanted = (name: string) => name.endsWith('.txt');
  expect(read(made(), { ...ROOM, wanted, limits: { ...ROOM.limits, unpacked: 100 } })).toEqual([
    ['plain.txt', '明文'],
  ]);
  expect(read(made(), { ...ROOM, limits: { ...ROOM.limits, unpacked: 100 } })).toBe('bomb');
});

test('a part that is longer than it says, or whose checksum does not agree, is refused', () => {
  const short = made();
  new DataView(short.buffer).setUint32(head(short) + 24, 100, true);
  expect(read(short)).toEqual([
    ['word/document.xml', 'bomb'],
    ['plain.txt', '明文'],
  ]);
  const flipped = made();
  new DataView(flipped.buffer).setUint32(head(flipped) + 16, 7, true);
  expect(read(flipped)[0]).toEqual(['word/document.xml', 'broken']);
});

test('a name that leads out of the archive, a locked part and a torn end are refused', () => {
  expect(read(zipSync({ '../a.txt': strToU8('x') }))).toBe('path');
  const locked = made();
  new DataView(locked.buffer).setUint16(head(locked) + 8, 1, true);
  expect(read(locked)).toBe('locked');
  expect(read(made().subarray(0, -30))).toBe('broken');
  expect(read(new Uint8Array(10))).toBe('broken');
});
