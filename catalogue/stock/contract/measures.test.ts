import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { contracts } from './index.ts';
import { contractMeasures } from './measures.ts';

const entered = (more: object = {}): RowStory =>
  new RowStory(contracts, '2026-03-20').does('handler', {
    act: 'enter',
    answers: {
      number: 'YW-2026-01',
      title: '业务系统运维',
      other: '某某公司',
      sort: 'upkeep',
      amount: '120000.00',
      from: '2026-03-01',
      until: '2027-02-28',
      payments: [
        { day: '2026-03-15', amount: '60000.10' },
        { day: '2026-09-15', amount: '59999.90' },
      ],
      ...more,
    },
  });
const counted = ({ row }: RowStory, code: string) =>
  contractMeasures.measures
    .find((one) => one.code === code)
    ?.lines({ row, timers: [] })
    .map(({ day, n }) => `${day} ${n}`);
const signed = (more?: object) =>
  entered(more).moves('handler', 'submit').moves('handler', 'sign', { signed: '2026-03-02' });

test('an upkeep contract counts once it is signed, a purchase of goods does not', () => {
  expect(counted(entered(), 'proc.contracts')).toEqual([]);
  expect(counted(signed(), 'proc.contracts')).toEqual(['2026-03-02 1']);
  expect(counted(signed({ sort: 'goods' }), 'proc.contracts')).toEqual([]);
});

test('what was paid counts to the cent on the day it was paid', () => {
  const paid = signed().moves('handler', 'pay', { paidOn: '2026-03-16' });
  expect(counted(signed(), 'ledger.contracts.paid')).toEqual([]);
  expect(counted(paid, 'ledger.contracts.paid')).toEqual(['2026-03-16 60000.10']);
});

test('who is on the spot counts once a year: by arrival, and again in each year begun on the spot', () => {
  const people = [
    { name: '乔望舒', post: '组长', from: '2026-03-01' },
    { name: '孟青禾', post: '会议保障', from: '2026-11-20', until: '2027-01-05' },
    { name: '尹知微', post: '会议保障', from: '2026-12-01', until: '2026-12-31' },
  ];
  expect(counted(entered({ people }), 'ops.onsite')).toEqual([]);
  expect(counted(signed({ people }), 'ops.onsite')).toEqual([
    '2026-03-01 1',
    '2027-01-01 1',
    '2026-11-20 1',
    '2027-01-01 1',
    '2026-12-01 1',
  ]);
});
