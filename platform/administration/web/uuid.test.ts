import { expect, test } from 'vitest';
import { newUuid } from './uuid.ts';

test('matches the example of RFC 9562, appendix A.6', () => {
  // 017F22E2-79B0-7CC3-98C4-DC0C0C07398F: time 1645557742000, rand_a CC3, rand_b 18C4DC0C0C07398F.
  const random = (bytes: Uint8Array<ArrayBuffer>) => {
    bytes.set([0, 0, 0, 0, 0, 0, 0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    return bytes;
  };
  expect(newUuid(1645557742000, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});
