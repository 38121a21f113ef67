import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeOf, DOOR_PERIOD, readCode } from './door-code.ts';

const seals = fc.bigInt({ min: 0n, max: (1n << 36n) - 1n }).map((n) => n.toString(16).padStart(9, '0'));
const NOW = new Date('2026-11-30T03:00:00Z');
const period = Math.floor(NOW.getTime() / 1000 / DOOR_PERIOD);

test('a code of the last five days is read back as it was shown, however it is typed', () => {
  fc.assert(
    fc.property(seals, fc.integer({ min: 0, max: 5 * 2880 - 1 }), (seal, before) => {
      const code = codeOf(period - before, seal);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
      const read = { period: period - before, seal };
      expect(readCode(code, NOW)).toEqual(read);
      expect(
        readCode(` ${code.toLowerCase().replace('-', ' ')} `.replaceAll('0', 'o').replaceAll('1', 'l'), NOW),
      ).toEqual(read);
    }),
  );
});

test('what is no code is none', () => {
  for (const typed of ['', '12345', 'ABCDE-FGHJ', 'ABCDE-FGHJU', '甲乙丙丁戊己庚辛壬癸', 'A'.repeat(400)])
    expect(readCode(typed, NOW)).toBeUndefined();
});
