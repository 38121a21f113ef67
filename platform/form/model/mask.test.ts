import { describe, expect, it } from 'vitest';
import { mask } from './mask.ts';

describe('a value is masked by its kind, the same way wherever it is shown', () => {
  it.each([
    ['text', '李白', '李*'],
    ['text', '欧阳修远', '欧***'],
    ['text', '𠅤明', '𠅤*'],
    ['text', '王', '*'],
    ['text', '一段很长的说明，没有人能从第一个字猜出它说的是什么，所以全部隐去', '***'],
    ['citizen-id', '11010519491231002X', '110105**********2X'],
    ['passport', 'PE1999999', 'PE*****99'],
    ['passport', 'AB12', '****'],
    ['phone', '13800138000', '138****8000'],
    ['email', 'liming@example.com', 'l***@example.com'],
    ['uscc', '91350100M000100Y43', '91350100********43'],
    ['date', '1949-12-31', '1949-**-**'],
    ['yes-no', true, '***'],
    ['choice', 'core', '***'],
    ['integer', 5, '***'],
    ['table', [{ name: '李白' }], '***'],
    ['files', [{ name: '护照.pdf' }], [{ name: '附件1（已隐藏）' }]],
  ] as const)('%s %j becomes %j', (kind, value, masked) => {
    expect(mask(kind, value)).toEqual(masked);
  });

  it('conceals what is not of its kind instead of failing', () => {
    expect(mask('passport', { a: 1 })).toBe('***');
    expect(mask('text', 5)).toBe('***');
  });
});
