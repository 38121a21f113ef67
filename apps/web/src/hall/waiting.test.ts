import type { CaseRow } from '@zhitongche/contract';
import { expect, test } from 'vitest';
import { waitingIn } from './waiting.ts';

const row = (id: string, more: Partial<CaseRow> = {}): CaseRow =>
  ({ id, turn: [], light: 'grey', stepTitle: '', ...more }) as CaseRow;

test('everything that waits for me is there: what was sent back first, then my turn, then drafts, the pressing ones first', () => {
  const all = waitingIn(
    {
      correcting: [
        row('c1', { light: 'green', stepTitle: '待补正' }),
        row('c2', { light: 'red', stepTitle: '已撤回' }),
      ],
      running: [
        row('r1', { turn: ['柯采薇'], stepTitle: '行前准备和出访' }),
        row('r2', { turn: ['处长'], stepTitle: '处长审核' }),
      ],
      drafts: [row('d1')],
    },
    '柯采薇',
  );
  expect(all.map(({ row: { id }, kind, verb }) => [id, kind, verb])).toEqual([
    ['c2', '已撤回', '去修改'],
    ['c1', '补正', '去修改'],
    ['r1', '行前准备和出访', '去办理'],
    ['d1', '草稿', '接着填'],
  ]);
});
