import { describe, expect, test } from 'vitest';
import { found } from '../testing/trip.ts';

describe('a place the table does not list is told, with the standard that is used', () => {
  const asked = (country: string, city: string) =>
    found('F-05', { legs: [{ country, city, transit: false }] });

  test('an ordinary other city is told', () => {
    expect(asked('日本', '奈良')).toMatchObject([{ level: 'info', at: ['legs', 0, 'city'] }]);
    expect(asked('日本', '奈良')[0]?.message).toContain('其他城市');
  });

  test('a name close to a listed one is asked about', () => {
    const [question] = asked('美国', '洛山矶');
    expect(question).toMatchObject({ level: 'warn' });
    expect(question?.message).toContain('洛杉矶');
  });

  test('listed cities and countries with one standard raise no question', () => {
    expect(asked('日本', '东京')).toEqual([]);
    expect(asked('新加坡', '新加坡')).toEqual([]);
    expect(asked('越南', '胡志明')).toEqual([]);
  });
});
