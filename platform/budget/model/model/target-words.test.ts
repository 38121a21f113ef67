import { describe, expect, test } from 'vitest';
import { parseTarget, targetDoubt } from './target.ts';

const seen = (raw: string) => {
  const { operator, value, unit } = parseTarget(raw, { year: '2024' });
  return [operator, value, unit];
};

describe('what stands around the number of a target is understood or said to be doubtful', () => {
  test('a forbidden comparison is turned about, whatever word forbids it', () => {
    for (const words of [
      '不超过',
      '不能超过',
      '不应超过',
      '不可高于',
      '不会大于',
      '未超过',
      '不宜超出',
      '不突破',
      '不迟于',
      '最高',
      '上限',
    ])
      expect(seen(`${words}10次`), words).toEqual(['≤', '10', '次']);
    for (const words of [
      '不能低于',
      '不应少于',
      '不可小于',
      '未少于',
      '不得再低于',
      '最少',
      '最低',
      '不早于',
    ])
      expect(seen(`${words}10次`), words).toEqual(['≥', '10', '次']);
    for (const words of ['不足', '不到', '不满', '未满'])
      expect(seen(`${words}10次`), words).toEqual(['<', '10', '次']);
    expect(seen('大於等於10次')).toEqual(['≥', '10', '次']);
    expect(seen('不超過10次')).toEqual(['≤', '10', '次']);
  });

  test('百分之95 is 95 %, a unit in brackets is the unit', () => {
    expect(seen('≥百分之95')).toEqual(['≥', '95', '%']);
    expect(seen('不低于千分之5')).toEqual(['≥', '5', '‰']);
    expect(seen('≥95（%）')).toEqual(['≥', '95', '%']);
    expect(seen('≤3（天）')).toEqual(['≤', '3', '天']);
  });

  test('half a number is none', () => {
    for (const raw of [
      '≥.5',
      '≥·5%',
      '≥1¼次',
      '≥1٠次',
      '≥10-',
      '≥10～',
      '—5%',
      '≥—5%',
      '≥10.',
      '≥10.次',
      '≥10*次',
      '[5次',
      '≥5〕次',
      '（5%）',
      '≥007',
      '第1名',
      'T+3',
      '≠10',
      '不等于10',
      '十分之9',
      '控制在10次以上',
      '≥10次以下',
      '非超过10次',
      '13月底前',
      '12月底前完成10次',
      '3月1日前启动，12月25日前完成',
    ]) {
      expect(parseTarget(raw, { year: '2024' }), raw).toMatchObject({ operator: 'qualitative', value: null });
      expect(targetDoubt(raw), raw).not.toBeNull();
    }
  });

  test('an approximate number, a decrease and a number in other signs are shown to a person', () => {
    for (const raw of [
      '约100次',
      '近100次',
      '≈10',
      '100多次',
      '100余次',
      '10+次',
      '100次左右',
      '下降5%',
      '压减5%',
      '≥一百次',
      '不少于十次',
      '两次',
      '百分之九十五',
      '≥③次',
      '⑩次',
      '≥٣٠次',
      '〔5〕次',
      '½',
      '≥Z次',
      '≥○次',
      '≤I个工作日',
      '≤60万元河北省人民政府外事办公室（本级）',
    ])
      expect(targetDoubt(raw), raw).not.toBeNull();
    for (const raw of [
      '一次性办结',
      '统一管理',
      '一致好评',
      '≥95%',
      '10次及以上',
      '人均费用不超过 100 元',
      '≥10次/年',
      '增长10%以上',
      '接待工作合规率为100%',
      '100%受理',
      '2个',
      '12月25日前',
      '≥上年',
      '≤国家规定标准',
    ])
      expect(targetDoubt(raw), raw).toBeNull();
  });
});
