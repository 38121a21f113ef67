import { describe, expect, test } from 'vitest';
import { askedWords } from './asked-words.ts';

describe('a fault named for correction', () => {
  test('asks for it only while the case is with its applicant', () => {
    expect(askedWords('correcting', 'same', '请写明')).toBe('已要求补正：请写明');
  });

  test('says after the correction whether the answer was changed, and asks no more', () => {
    expect(askedWords('running', 'changed', '请写明')).toBe('上次要求补正：请写明（已改动）');
    expect(askedWords('running', 'same', '请写明')).toBe('上次要求补正：请写明（没有改动）');
    expect(askedWords('completed', 'added', '请写明')).toBe('上次要求补正：请写明（已改动）');
  });
});
