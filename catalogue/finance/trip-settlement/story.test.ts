import type { Answers } from '@zhitongche/form';
import { describe, expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { tripHolds, tripSettlements } from './index.ts';
import { ledgerRows, stages } from './stages.ts';

const TRIP = {
  matter: 'YZ-2026-0007',
  group: '赴日本友城交流小组',
  exit: '2026-06-01',
  entry: '2026-06-05',
  stays: [{ country: '日本', city: '东京', arrive: '2026-06-01', leave: '2026-06-05' }],
  people: [{ name: '甲', rank: 'division' }],
  rates: [{ currency: 'JPY', day: '2026-06-05', rate: '0.047', source: '中国外汇交易中心' }],
  claims: [
    { who: '甲', item: 'air', currency: 'CNY', amount: '5200.00' },
    { who: '甲', item: 'lodging', city: '东京', currency: 'JPY', amount: '92000.00' },
  ],
};
const TRAVELLED = { first: true, status: 'returned', exitDate: '2026-06-01', entryDate: '2026-06-05' };
const HANDED_IN = { document: 'passport', returnedOn: '2026-06-08', state: 'returned', due: '2026-06-12' };
const REPORTED = { filedOn: '2026-06-15' };
const OVER = [TRAVELLED, HANDED_IN, REPORTED];
const PAID = { paidOn: '2026-06-18', fund: 'general', function: '2010302' };

const drafted = (more: object = {}): RowStory =>
  new RowStory(tripSettlements, '2026-06-20').does('finance-officer', {
    act: 'enter',
    answers: { ...TRIP, ...more },
  });
const asked = (story: RowStory, known: readonly Answers[], data: Answers = PAID) =>
  story.knowing({ $case: known }).problems('finance-officer', { act: 'move', move: 'settle', data: data });

describe('a settlement', () => {
  test('waits until the group is back, its documents are handed in and its report is filed', () => {
    const story = drafted().moves('finance-officer', 'compute');
    expect(asked(story, [])).toEqual(['settlement.no-trip']);
    expect(
      asked(story, [
        { ...TRAVELLED, status: 'approved' },
        { ...HANDED_IN, returnedOn: '', state: 'out' },
        { filedOn: '' },
      ]),
    ).toEqual(['settlement.not-back', 'settlement.documents', 'settlement.report']);
    expect(asked(story, [{ ...TRAVELLED, entryDate: '2026-06-06' }, HANDED_IN, REPORTED])).toEqual([
      'settlement.days',
    ]);
    expect(asked(story, [{ ...TRAVELLED, status: 'revoked' }, HANDED_IN])).toEqual(['settlement.revoked']);
    expect(asked(story, OVER)).toEqual([]);
  });

  test('of a trip to Hong Kong or Macao waits for the same, as the registers of such trips tell it', () => {
    const story = drafted().moves('finance-officer', 'compute');
    const travelled = { ...TRAVELLED, reportedOn: '' };
    const permit = { holder: '甲', state: 'out', due: '2026-06-12', on: '' };
    expect(asked(story, [travelled, permit])).toEqual(['settlement.documents', 'settlement.report']);
    const back = { ...permit, state: 'returned', on: '2026-06-08' };
    expect(asked(story, [{ ...travelled, reportedOn: '2026-06-15' }, back])).toEqual([]);
    expect(stages.moves.find(({ key }) => key === 'settle')?.asksCase?.registers).toEqual(
      expect.arrayContaining(['hkm-trips', 'hkm-permits']),
    );
  });

  test('names who is written twice, whose days are not within the trip, and a bed the host pays for', () => {
    const problems = (more: object) =>
      new RowStory(tripSettlements, '2026-06-20').problems('finance-officer', {
        act: 'enter',
        answers: { ...TRIP, ...more },
      });
    const [one] = TRIP.people;
    expect(problems({ people: [one, one] })).toEqual(['J-06']);
    expect(problems({ people: [{ ...one, entry: '2026-06-06' }] })).toEqual(['J-05']);
    expect(problems({ people: [{ ...one, exit: '2026-06-04', entry: '2026-06-03' }] })).toEqual([
      'J-05',
      'J-05',
    ]);
    expect(problems({ people: [{ ...one, exit: '2026-06-02', entry: '2026-06-03' }] })).toEqual([]);
    const stays = [{ ...TRIP.stays[0], hostCovers: ['lodging'] }];
    expect(problems({ stays })).toEqual(['J-07']);
    const claims = [{ ...TRIP.claims[1], host: '92000.00' }];
    expect(problems({ stays, claims })).toEqual([]);
    expect(problems({ rates: [{ ...TRIP.rates[0], rate: '0' }] })).toEqual(['field.too-small']);
  });

  test('is signed by two as they saw it computed, and stays as it is', () => {
    const story = drafted();
    expect(asked(story, OVER)).toEqual(['settlement.stale']);
    story.moves('finance-officer', 'compute').knowing({ $case: OVER });
    expect(story.row.answers).toMatchObject({ cny: '12485.00', over: 1 });
    story.moves('finance-officer', 'settle', PAID);
    expect(story.problems('finance-officer', { act: 'agree' })).toEqual(['row.not-open']);
    story.does('deputy-director', { act: 'agree' });
    expect([story.row.stage, story.row.answers['paidOn']]).toEqual(['settled', '2026-06-18']);
    expect(story.problems('finance-officer', { act: 'edit', answers: { ...TRIP, group: '别的' } })).toEqual([
      'row.signed-by-two',
    ]);
  });

  test('changed after it was computed is computed again first', () => {
    const story = drafted().moves('finance-officer', 'compute');
    story.does('finance-officer', {
      act: 'edit',
      answers: { ...TRIP, claims: TRIP.claims.slice(0, 1) },
    });
    expect(asked(story, OVER)).toEqual(['settlement.stale']);
  });

  test('enters the ledger kind by kind, under the class of trips abroad, to the sum that was signed', () => {
    const { row } = drafted().moves('finance-officer', 'compute');
    expect(ledgerRows(row, PAID)).toMatchObject([
      {
        summary: '赴日本友城交流小组国际旅费',
        amount: '5200.00',
        economic: '30212',
        sort: 'basic',
        matter: 'YZ-2026-0007',
      },
      { summary: '赴日本友城交流小组住宿费', amount: '3760.00' },
      { summary: '赴日本友城交流小组伙食费', amount: '2350.00' },
      {
        summary: '赴日本友城交流小组公杂费',
        amount: '1175.00',
        voucher: '结算-YZ-2026-0007',
        day: '2026-06-18',
      },
    ]);
    expect(stages.moves.find(({ key }) => key === 'settle')?.brings?.register).toBe('ledger-line');
  });
});

describe('money kept back for a trip', () => {
  const HELD = {
    matter: 'YZ-2026-0007',
    group: '赴日本友城交流小组',
    exit: '2026-06-01',
    amount: '18000.00',
  };
  const held = () => new RowStory(tripHolds).does('finance-officer', { act: 'enter', answers: HELD });
  const counted = ({ row }: RowStory) => tripHolds.spending?.of(row);

  test('counts until the settlement takes its place, follows a change, and is free once the trip is off', () => {
    const story = held();
    expect(counted(story)).toEqual({ day: '2026-06-01', amount: '18000.00', economic: '30212', project: '' });
    story.takes('adjust', { amount: '20000.00', exit: '2026-06-08' });
    expect(counted(story)).toMatchObject({ day: '2026-06-08', amount: '20000.00' });
    expect(counted(held().moves('finance-officer', 'release'))).toBeNull();
    expect(counted(story.takes('use', {}))).toBeNull();
    expect(story.problems('finance-officer', { act: 'move', move: 'use' })).not.toEqual([]);
  });

  test('hears of the settlement of its own trip', () => {
    const { row } = drafted();
    const moved = {
      type: 'moved',
      move: 'settle',
      label: '',
      from: 'draft',
      to: 'settled',
      data: {},
      set: {},
    } as const;
    expect(tripHolds.hears?.told(row, moved)).toMatchObject({
      find: { matter: 'YZ-2026-0007' },
      move: 'use',
    });
    expect(tripHolds.hears?.told(row, { ...moved, move: 'drop' })).toBeNull();
  });
});
