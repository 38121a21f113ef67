import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ACTS } from '@zhitongche/case';
import { readAuditSearch } from './audit-search.ts';
import { ACTION_GROUPS, actionWords, objectWords } from './audit-words.ts';

test('an action reads as in the office, and an unknown one keeps its code rather than vanish', () => {
  expect(actionWords('grant.confirm')).toBe('确认授权');
  expect(actionWords('case.merge')).toBe('case.merge');
  expect(ACTION_GROUPS['login']).toBe('登录');
});

test("an act is called what its service calls it, else by the kernel's word", () => {
  expect(actionWords('case.register-return', '回国登记')).toBe('回国登记');
  expect(actionWords('case.agree', null)).toBe('同意');
  expect(actionWords('case.reveal', null)).toBe('查看隐藏的个人信息');
});

test('an object is named by kind, and a long id by its end', () => {
  expect(objectWords('case:019e298b-eac0-7760-affc-8bb92a5612bd')).toBe('办件 …5612bd');
  expect(objectWords('table:exchange-rates')).toBe('参考表 exchange-rates');
  expect(objectWords('calendar')).toBe('工作日历');
  expect(objectWords('access:more')).toBe('越权访问 一分钟内还有更多');
  expect(objectWords('person:unknown')).toBe('人员 不存在的账户');
  expect(objectWords('settings:letterheads')).toBe('设定 文头');
});

test('an address that makes no sense asks for everything instead of failing', () => {
  expect(readAuditSearch({ q: '', action: 7, from: 'yesterday', until: ['2026-01-01'] })).toEqual({
    action: '7',
  });
  expect(readAuditSearch({ q: '李', from: '2026-11-01', until: '2026-11-21' })).toEqual({
    q: '李',
    from: '2026-11-01',
    until: '2026-11-21',
  });
});

test('whatever the program writes into the audit stands there in Chinese, and can be looked for by its kind', () => {
  const source = join(import.meta.dirname, '../../../..');
  const written = ['platform', 'apps/server/src']
    .flatMap((floor) =>
      readdirSync(join(source, floor), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(floor, name),
      ),
    )
    .filter(
      (name) => name.endsWith('.ts') && !/\.test\.ts$|\/testing\/|\/http\/|\/(?:model|web)\//.test(name),
    )
    .flatMap((name) => [
      ...readFileSync(join(source, name), 'utf8').matchAll(
        /(?:action: |\brecord\((?:[\w.]+, ){2}(?:now|app\.clock\(\)), |await tell\()'([a-z]+(?:\.[a-z-]+)?)'/g,
      ),
    ])
    .flatMap(([, action]) => action ?? []);
  expect(written).toEqual(expect.arrayContaining(['access.refused', 'paper.open', 'register.search']));
  const acts = new Set(Object.keys(ACTS).map((act) => `case.${act}`));
  const codes = [...new Set(written)].filter((action) => !acts.has(action));
  expect(codes.filter((action) => actionWords(action) === action)).toEqual([]);
  expect(codes.filter((action) => ACTION_GROUPS[action.split('.')[0] ?? ''] === undefined)).toEqual([]);
});
