import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressHint, readAddress } from './address.ts';

describe('an address', () => {
  it.each([
    ['mail', ' Li.Wei@Unit.GOV.cn ', 'Li.Wei@unit.gov.cn'],
    ['mail', 'ｌｉ@unit.example', 'li@unit.example'],
    ['sms', '138 0013-8000', '13800138000'],
    ['sms', '+86 13800138000', '13800138000'],
    ['sms', '008613800138000', '13800138000'],
    ['sms', '+33 6 12 34 56 78', '+33612345678'],
    ['wechat', 'oX3fK_9aPq', 'oX3fK_9aPq'],
  ] as const)('%s %s is kept in one way', (channel, typed, kept) => {
    expect(readAddress(channel, typed)).toBe(kept);
  });
  it.each([
    ['mail', 'li@unit'],
    ['mail', 'li@unit.example, wang@unit.example'],
    ['mail', 'li@unit.example\r\nBcc: all@unit.example'],
    ['mail', '李 <li@unit.example>'],
    ['mail', '@unit.example'],
    ['mail', 'li@-unit.example'],
    ['sms', '12345678901'],
    ['sms', '1380013800'],
    ['sms', '+86'],
    ['wechat', 'a b'],
  ] as const)('%s %j is none', (channel, typed) => {
    expect(readAddress(channel, typed)).toBeUndefined();
  });
  it('whatever is typed, nothing a header or a list of recipients could be made of gets through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (noise) => {
        for (const typed of [noise, `li${noise}@unit.example`, `li@unit${noise}.example`])
          expect(readAddress('mail', typed) ?? '').not.toMatch(/[\s,;<>"()\\:]/);
      }),
    );
  });
  it('is shown so that its owner knows it and nobody can write to it', () => {
    expect(addressHint('mail', 'li.wei@unit.example')).toBe('l***@unit.example');
    expect(addressHint('sms', '13800138000')).toBe('138****00');
  });
});
