import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareJpeg } from './bare-jpeg.ts';

const segment = (marker: number, body: readonly number[]): number[] => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 0xff,
  ...body,
];
const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const exif = (orientation: number): number[] =>
  segment(0xe1, [
    ...letters('Exif\0\0II*\0'),
    ...letters('\b\0\0\0\u0001\0\u0012\u0001\u0003\0\u0001\0\0\0'),
    orientation,
    0,
    0,
    0,
    ...letters('GPS 38.04 114.51'),
  ]);
const frame = segment(0xc0, [8, 0, 40, 0, 30, 1, 1, 0x11, 0]);
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 2, 0xff, 0, 3, 0xff, 0xd9];
const photo = (...parts: readonly number[][]): Uint8Array =>
  new Uint8Array([0xff, 0xd8, ...parts.flat(), ...frame, ...scan]);

describe('a photograph for a paper', () => {
  it('keeps its picture and loses where it was taken, with what, and every remark', () => {
    const jfif = segment(0xe0, letters('JFIF\0'));
    const behind = letters('thumbnail behind the end');
    const bare = bareJpeg(
      new Uint8Array([...photo(jfif, exif(1), segment(0xfe, letters('by Lin'))), ...behind]),
    );
    expect(bare).toMatchObject({ ok: true, value: { width: 30, height: 40 } });
    const text = bare.ok ? Buffer.from(bare.value.bytes).toString('latin1') : '';
    expect(text).toContain('JFIF');
    for (const gone of ['Exif', 'GPS', 'Lin', 'thumbnail']) expect(text).not.toContain(gone);
    expect(bare.ok && Array.from(bare.value.bytes.slice(-2))).toEqual([0xff, 0xd9]);
  });

  it('that lies on its side is refused with what to do, not printed lying', () => {
    expect(bareJpeg(photo(exif(6)))).toMatchObject({ ok: false, problems: [{ code: 'photo.turned' }] });
  });

  it('whatever the bytes, it is a picture or a problem, never a fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat({ max: 60 }), (noise, at) => {
        const file = photo(exif(1));
        file.set(noise.subarray(0, Math.max(0, file.length - at)), Math.min(at, file.length));
        for (const bytes of [noise, file, file.subarray(0, at)])
          expect(typeof bareJpeg(bytes).ok).toBe('boolean');
      }),
    );
  });
});
