import { expect, test } from 'vitest';
import { matrixOf } from './role-matrix.ts';

test('what two roles may do is one row with both, and nothing is lost in turning the lists round', () => {
  const roles = [
    {
      role: 'filer',
      name: '专办员',
      people: 3,
      endpoints: ['POST /api/cases 新建申报', 'GET /api/my/cases 我的申报'],
    },
    { role: 'signer', name: '单位签批人', people: 1, endpoints: ['GET /api/my/cases 我的申报'] },
    { role: 'countersigner', name: '会签人', people: 0, endpoints: [] },
  ];
  expect(matrixOf(roles)).toEqual([
    { address: 'POST /api/cases', summary: '新建申报', roles: new Set(['filer']) },
    { address: 'GET /api/my/cases', summary: '我的申报', roles: new Set(['filer', 'signer']) },
  ]);
});
