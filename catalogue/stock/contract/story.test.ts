import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { presentOn, presentWords } from './figures.ts';
import { contracts } from './index.ts';
import { contractOf } from './stages.ts';

const DRAFT = { number: 'HT-1', title: '会议系统驻场', other: '某某公司', sort: 'stay' };
const AGREED = {
  ...DRAFT,
  amount: '100.00',
  from: '2026-03-01',
  until: '2026-12-31',
  payments: [
    { day: '2026-09-30', amount: '40.00' },
    { day: '2026-04-10', amount: '60.00' },
  ],
};
const running = (): RowStory =>
  new RowStory(contracts)
    .does('handler', { act: 'enter', answers: AGREED })
    .moves('handler', 'submit')
    .moves('finance-officer', 'sign', { signed: '2026-03-02' });

test('a contract is reviewed once term and amount are known, and runs once it is signed', () => {
  const story = new RowStory(contracts).does('handler', { act: 'enter', answers: DRAFT });
  expect(story.problems('handler', { act: 'move', move: 'submit' })).toEqual([
    'contract.amount',
    'contract.from',
    'contract.until',
  ]);
  expect(running().row).toMatchObject({ stage: 'running', answers: { signed: '2026-03-02' } });
});

test('every payment is told before it is due, and after it while nobody has paid; once paid the next one counts', () => {
  const story = running();
  expect(story.on('2026-03-31').reminds()).toEqual(['payments 10']);
  expect(story.on('2026-04-10').reminds()).toEqual(['payments 0']);
  expect(story.on('2026-04-17').reminds()).toEqual(['payments -7']);
  story.on('2026-04-18').moves('finance-officer', 'pay', { paidOn: '2026-04-18' });
  expect(contractOf(story.row).payments?.map(({ paidOn }) => paidOn)).toEqual([undefined, '2026-04-18']);
  expect(story.reminds()).toEqual([]);
  expect(story.on('2026-10-02').reminds()).toEqual(['payments 0', 'until 90']);
});

test('it ends after its last day and is filed away once everything is paid', () => {
  const story = running();
  const expire = { act: 'move', move: 'expire' } as const;
  expect(story.on('2026-12-31').problems('handler', expire)).toEqual(['contract.running']);
  expect(story.ticks().row.stage).toBe('running');
  story.on('2027-01-01').ticks();
  expect(story.row.stage).toBe('expired');
  expect(story.problems('handler', { act: 'move', move: 'archive' })).toEqual(['contract.unpaid']);
  story
    .moves('finance-officer', 'pay-late', { paidOn: '2027-01-01' })
    .moves('finance-officer', 'pay-late', { paidOn: '2027-01-01' });
  expect(story.problems('finance-officer', { act: 'move', move: 'pay-late' })).toContain('contract.paid');
  expect(story.moves('handler', 'archive').row.stage).toBe('archived');
});

test('persons on the spot count on the days they are there, first and last included', () => {
  const contract = {
    least: 2,
    people: [
      { name: '甲', post: '组长', from: '2026-03-01' },
      { name: '乙', post: '网络', from: '2026-03-10', until: '2026-03-20' },
    ],
  };
  expect(
    ['2026-02-28', '2026-03-09', '2026-03-10', '2026-03-20', '2026-03-21'].map((day) =>
      presentOn(contract, day),
    ),
  ).toEqual([0, 1, 2, 2, 1]);
  expect(presentWords(contract, '2026-03-15')).toBe('2人');
  expect(presentWords(contract, '2026-03-21')).toBe('1人，缺1人');
});

test('payments beyond the contract, and money paid tomorrow, are refused', () => {
  const enter = (payments: readonly object[]) =>
    new RowStory(contracts).problems('handler', {
      act: 'enter',
      answers: { ...AGREED, payments: payments as never },
    });
  expect(enter([{ day: '2026-04-10', amount: '100.01' }])).toEqual(['K-02']);
  expect(enter([{ day: '2026-04-10', amount: '1.00', paidOn: '2026-03-03' }])).toEqual(['K-03']);
});
