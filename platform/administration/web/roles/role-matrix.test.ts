import { expect, test } from 'vitest';
import { commonPlaces, placeWords } from './role-words.ts';
import { matrixOf, type RoleLine } from './role-matrix.ts';

const line = (role: string, name: string, people: number, endpoints: string[]): RoleLine => ({
  role,
  name,
  people,
  endpoints,
  own: false,
  active: true,
  codes: [{ code: role, name }],
  places: ['unit'],
  reach: 'home',
  joins: true,
});

test('what two roles may do is one row with both, and nothing is lost in turning the lists round', () => {
  const roles = [
    line('filer', '专办员', 3, ['POST /api/cases 新建申报', 'GET /api/my/cases 我的申报']),
    line('signer', '单位签批人', 1, ['GET /api/my/cases 我的申报']),
    line('countersigner', '会签人', 0, []),
  ];
  expect(matrixOf(roles)).toEqual([
    { address: 'POST /api/cases', summary: '新建申报', roles: new Set(['filer']) },
    { address: 'GET /api/my/cases', summary: '我的申报', roles: new Set(['filer', 'signer']) },
  ]);
});

test('where a role of several codes may be held is said before it is asked for', () => {
  const all = line('window', '窗口受理员', 0, []);
  const window: RoleLine = { ...all, places: ['office', 'division', 'city-office'], reach: 'below' };
  const head: RoleLine = { ...all, places: ['division'], reach: 'below' };
  expect(placeWords({ places: [...commonPlaces([window, head])], reach: 'below' })).toBe(
    '可设在处室；管到下级机构',
  );
});
