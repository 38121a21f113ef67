import { describe, expect, it } from 'vitest';
import { files } from './field.ts';
import { form } from './form.ts';
import { readAnswers } from './read-answers.ts';
import { type PhotoRule, photoFaults } from './photo.ts';

/** One inch as photographers cut it: 25 × 35 mm, 295 × 413 pixels at 300 to the inch. */
const RULE: PhotoRule = { on: '证', widthMm: 25, heightMm: 35, leastDpi: 300, mostCut: 0.2 };
const codes = (pixels?: string) =>
  photoFaults(RULE, pixels === undefined ? {} : { pixels }).map(({ code }) => code);

describe('a photograph that is printed', () => {
  it.each([
    ['295x413', []],
    ['413x531', []],
    ['413x579', []],
    // Four by three, as cameras take it: 0.75 against 0.714.
    ['1200x1600', []],
    ['294x413', ['photo-small']],
    ['295x412', ['photo-small']],
    // A square loses more than a fifth of either side: 1 against 0.714.
    ['600x600', ['photo-shape']],
    ['600x1200', ['photo-shape']],
    ['200x100', ['photo-small', 'photo-shape']],
    [undefined, ['photo-unread']],
    ['0x0', ['photo-unread']],
    ['295x413x2', ['photo-unread']],
  ] as const)('%s: %j', (pixels, found) => {
    expect(codes(pixels)).toEqual(found);
  });

  it('is told at its field, with the name of the file and what to do', () => {
    const asked = form({
      p: {
        title: '照片',
        fields: { photo: files('照片', { accept: ['jpg'], maxBytes: 10, maxFiles: 1, photo: RULE }) },
      },
    });
    const file = { id: 'a', name: '我.jpg', size: 1, type: 'image/jpeg', digest: '0'.repeat(64) };
    const read = (pixels?: string) =>
      readAnswers(asked, { photo: [{ ...file, ...(pixels ? { pixels } : {}) }] });
    expect(read('295x413').problems).toEqual([]);
    expect(read('100x140').problems).toMatchObject([
      {
        code: 'field.photo-small',
        level: 'block',
        at: ['photo'],
        message: '「照片」中“我.jpg”只有100×140像素，印在证上会模糊',
        todo: '请换用不小于295×413像素的照片',
      },
    ]);
    expect(read().problems).toHaveLength(1);
  });
});
