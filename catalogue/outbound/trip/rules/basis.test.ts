import type { Basis } from '@zhitongche/base';
import { describe, expect, test } from 'vitest';
import { rules } from './index.ts';

const basisOf = (code: string): Basis | undefined => rules.find((rule) => rule.code === code)?.basis;

describe('every rule names the instrument it was read in', () => {
  test.each([
    // 四川's wording of the exceptions stands for 16号, whose text was not read.
    ['R-06', '中办发〔2013〕16号', true],
    ['R-18', '关于严格控制领导干部出国访问的规定', true],
    // Only the ministry's practice was read, not the custody rules themselves.
    ['R-24', '因公护照申办与保管', true],
    ['R-25', '因公护照申办与保管', true],
    ['M-06', '北京市因公普通护照申请流程', true],
    ['F-01', '财行〔2013〕516号', undefined],
    ['F-05', '财行〔2017〕434号', undefined],
    ['R-31', '财行〔2013〕516号', undefined],
  ])('%s: %s (unconfirmed: %s)', (code, title, unconfirmed) => {
    expect(basisOf(code)?.title).toContain(title);
    expect(basisOf(code)?.unconfirmed).toBe(unconfirmed);
  });
});
