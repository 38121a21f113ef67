import { sampleContext } from '@zhitongche/case/testing';
import { expect, test } from 'vitest';
import { toyKeys } from '../testing/toy-register.ts';
import { applyToRow } from './fold-row.ts';
import type { KeptDate } from './kind.ts';
import type { KeptRow } from './row.ts';
import { nextTick, remindersDue, rowDues } from './row-dates.ts';

const { policy } = sampleContext(toyKeys.policies, { today: '2026-03-01' });

type Payment = { readonly day: string; readonly paid?: true };
const paymentsOf = ({ answers }: KeptRow) => (answers.payments ?? []) as unknown as readonly Payment[];

/** Day of the next payment nobody has made yet. */
const payment: KeptDate = {
  field: 'payments',
  label: '应付款',
  warn: 'toy-keys.warn',
  of: (row) =>
    paymentsOf(row)
      .filter(({ paid }) => paid !== true)
      .map(({ day }) => day)
      .sort()[0],
};
const kind = { dates: [payment] };

const rowWith = (payments: readonly Payment[]): KeptRow => {
  const row = applyToRow('1', null, {
    at: '2026-01-01T00:00:00.000Z',
    doer: { id: 'p', name: '甲', org: 'o' },
    body: {
      type: 'entered',
      answers: { payments },
      org: 'o',
      stage: '',
      origin: { by: 'person' },
    },
  });
  if (!row) throw new Error('no row');
  return row;
};

test('a day found in a table is the next one open: told before it comes, and the one after it once it is done', () => {
  const first = rowWith([{ day: '2026-06-30' }, { day: '2026-03-31' }]);
  expect(rowDues(kind, first)).toEqual([{ field: 'payments', label: '应付款', day: '2026-03-31' }]);
  expect(remindersDue(kind, first, policy, '2026-03-01')).toEqual([
    { type: 'reminded', field: 'payments', day: '2026-03-31', left: 30 },
  ]);
  const second = rowWith([{ day: '2026-06-30' }, { day: '2026-03-31', paid: true }]);
  const told: KeptRow = { ...second, reminded: ['payments/2026-03-31/30'] };
  expect(rowDues(kind, told).map(({ day }) => day)).toEqual(['2026-06-30']);
  expect(nextTick(kind, told, policy)).toBe('2026-05-31');
});

test('a table with nothing open says nothing', () => {
  const row = rowWith([{ day: '2026-03-31', paid: true }]);
  expect([rowDues(kind, row), nextTick(kind, row, policy)]).toEqual([[], null]);
});
