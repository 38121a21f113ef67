import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import type { Json } from '@zhitongche/base';
import { custody, ownCustody } from './index.ts';

const PIECE = {
  kind: 'ordinary',
  number: 'PE1234567',
  holder: '甲',
  unit: { id: 'unit', title: '某某单位' },
  place: '甲柜1层',
  issued: '2024-01-10',
  until: '2029-01-09',
};
const TRIP = { borrower: '甲', caseNumber: '2026-1', exitOn: '2026-03-10', days: 5 };
const kept = (more: object = {}): RowStory =>
  new RowStory(custody).does('passport-officer', { act: 'enter', answers: { ...PIECE, ...more } });
const lent = (): RowStory => kept().moves('passport-officer', 'lend', TRIP);
const back = (data: object) =>
  ({ act: 'move', move: 'return', data: { returnedOn: '2026-03-16', stamps: true, ...data } }) as const;

test('a document is lent on an approval and due as many days after the approved ones; a change counts anew, a trip given up from today', () => {
  const story = lent();
  expect(story.row).toMatchObject({ stage: 'lent', org: 'unit', answers: { due: '2026-03-22' } });
  story.moves('passport-officer', 'change-lent', { caseNumber: '2026-1', exitOn: '2026-03-12', days: 8 });
  expect(story.row.answers.due).toBe('2026-03-27');
  expect(story.on('2026-03-05').moves('passport-officer', 'give-up').row.answers.due).toBe('2026-03-12');
});

test('its days follow the trip it was lent for, not another of the same person', () => {
  const change = (caseNumber: string) =>
    ({ act: 'move', move: 'change-lent', data: { caseNumber, exitOn: '2026-11-12', days: 80 } }) as const;
  expect(lent().problems('passport-officer', change('2026-99'))).toEqual(['custody.other-trip']);
  expect(lent().problems('passport-officer', change('2026-1'))).toEqual([]);
});

test('a trip given up twice, or after its days, is due no later than before', () => {
  const story = lent().on('2026-03-05').moves('passport-officer', 'give-up');
  expect(story.on('2026-03-11').moves('passport-officer', 'give-up').row.answers.due).toBe('2026-03-12');
  const after = lent().on('2026-03-21').moves('passport-officer', 'give-up');
  expect(after.row.answers.due).toBe('2026-03-22');
});

test('what is out is not taken off the books nor merged away: it would be late no more', () => {
  const late = lent().on('2026-03-23').ticks();
  const own = new RowStory(ownCustody)
    .does('filer', { act: 'enter', answers: PIECE })
    .moves('filer', 'lend', TRIP)
    .on('2026-03-23')
    .ticks();
  const into = { register: 'custody', id: 'other', title: '' };
  expect(late.problems('passport-officer', { act: 'retire', reason: '登记有误' })).toEqual(['custody.out']);
  expect(late.problems('passport-officer', { act: 'merge', into, reason: '重复' })).toEqual(['custody.out']);
  expect(own.problems('filer', { act: 'retire', reason: '登记有误' })).toEqual(['custody.out']);
  expect(kept().problems('passport-officer', { act: 'retire', reason: '登记有误' })).toEqual([]);
});

test('it came back no earlier than it left', () => {
  const story = lent().on('2026-03-25').ticks();
  const earlier = back({ returnedOn: '2025-03-16', daysAbroad: 5 });
  expect(story.problems('passport-officer', earlier)).toEqual(['custody.before-exit']);
  expect(story.problems('passport-officer', back({ returnedOn: '2026-03-02', daysAbroad: 0 }))).toEqual([]);
});

test('it is told ten days before, on the day, seven and thirty after; it is late by itself, and in time at once when it is back', () => {
  const story = lent().moves('passport-officer', 'depart');
  expect(story.on('2026-03-12').reminds()).toEqual(['due 10']);
  expect(story.on('2026-03-22').ticks().reminds()).toEqual(['due 0']);
  expect(story.row.stage).toBe('abroad');
  expect(story.on('2026-03-23').ticks().row.stage).toBe('overdue');
  expect(story.on('2026-03-29').reminds()).toEqual(['due -7']);
  expect(story.on('2026-04-21').reminds()).toEqual(['due -30']);
  story.does('passport-officer', back({ daysAbroad: 5 }));
  expect([story.row.stage, story.reminds()]).toEqual(['in', []]);
});

test('its stamps are read when it comes back, and more days than approved are explained', () => {
  const story = lent().on('2026-03-16');
  expect(story.problems('passport-officer', back({ stamps: false, daysAbroad: 7 }))).toEqual([
    'custody.stamps',
    'custody.overstay',
  ]);
  expect(story.problems('passport-officer', back({ daysAbroad: 7, reason: '航班取消' }))).toEqual([]);
});

test('what has expired, or will abroad, stays on the shelf; its keeper was told half a year before', () => {
  const lend = { act: 'move', move: 'lend', data: TRIP } as const;
  expect(kept({ until: '2026-03-12' }).problems('passport-officer', lend)).toEqual(['custody.too-short']);
  expect(kept({ until: '2026-03-01' }).problems('passport-officer', lend)).toContain('custody.expired');
  expect(kept({ until: '2026-08-29' }).reminds()).toEqual(['until 180']);
});

test('a document leaves the books by two with a reason: lost ones as lost, those nobody hands in as revoked', () => {
  const cancel = (cancelled: string) => ({ act: 'move', move: 'cancel', data: { cancelled } }) as const;
  const lost = kept().moves('passport-officer', 'lose', {
    lostOn: '2026-03-01',
    where: '机场',
    how: '行李遗失',
  });
  expect(lost.problems('passport-officer', cancel('left'))).toEqual(['custody.reason']);
  expect(kept().problems('passport-officer', cancel('lost'))).toEqual(['custody.reason']);
  const late = lent().on('2026-03-23').ticks();
  expect(late.row.stage).toBe('overdue');
  expect(late.problems('passport-officer', cancel('expired'))).toEqual(['custody.reason']);
  late.moves('passport-officer', 'cancel', { cancelled: 'revoked' });
  expect(late.problems('passport-officer', { act: 'agree' })).toEqual(['row.not-open']);
  late.does('passport-officer#2', { act: 'agree' });
  expect([late.row.stage, late.row.answers.due]).toEqual(['cancelled', '']);
  // Nobody changes alone what two have cancelled; not here, it is destroyed once it is handed in.
  expect(late.problems('passport-officer', { act: 'edit', answers: PIECE })).toEqual(['row.signed-by-two']);
  expect(late.problems('passport-officer', { act: 'move', move: 'list' })).toEqual(['custody.not-here']);
  late.moves('passport-officer', 'found', { foundOn: '2026-03-24', how: '寄回' });
  expect(late.moves('passport-officer', 'list').row.stage).toBe('listed');
});

test('it is lent against an approval: of that trip, for that person, those days', () => {
  const approved: Json = [
    { name: '甲', plannedExit: '2026-03-10', approvedDays: 5, status: 'approved' },
    { name: '乙', plannedExit: '2026-03-10', approvedDays: 5, status: 'approved' },
  ];
  const lend = (data: object, rows: Json = approved) =>
    kept()
      .knowing({ $case: rows })
      .problems('passport-officer', { act: 'move', move: 'lend', data: { ...TRIP, ...data } });
  expect(lend({})).toEqual([]);
  expect(lend({ caseNumber: '' })).toEqual(['custody.no-approval']);
  expect(lend({ caseNumber: '', outside: '国外办〔2026〕7号' })).toEqual([]);
  expect(lend({}, [])).toEqual(['custody.not-approved']);
  expect(lend({}, [{ name: '甲', status: 'revoked' }])).toEqual(['custody.not-approved']);
  expect(lend({ exitOn: '2026-03-11', days: 6 })).toEqual(['custody.other-exit', 'custody.other-days']);
  expect(lend({}, [{ name: '丙', plannedExit: '2026-03-10', approvedDays: 5 }])).toEqual([
    'custody.other-person',
  ]);
  // A change of the trip is an approval as well.
  const change = { caseNumber: '2026-1', exitOn: '2026-03-12', days: 8 };
  expect(
    lent()
      .knowing({ $case: approved })
      .problems('passport-officer', { act: 'move', move: 'change-lent', data: change }),
  ).toEqual(['custody.other-exit', 'custody.other-days']);
});

test('what comes back late is remembered with the day it was due', () => {
  const story = lent().on('2026-03-25');
  story.does('passport-officer', back({ returnedOn: '2026-03-25', daysAbroad: 5 }));
  expect(story.row.answers).toMatchObject({ due: '', missed: '2026-03-22', returnedOn: '2026-03-25' });
  expect(
    lent()
      .on('2026-03-16')
      .does('passport-officer', back({ daysAbroad: 5 })).row.answers.missed,
  ).toBe('');
});

test('a unit keeps its own ordinary passports, and no others', () => {
  const enter = (answers: object) =>
    new RowStory(ownCustody).problems('filer', { act: 'enter', answers: { ...PIECE, ...answers } });
  expect(enter({})).toEqual([]);
  expect(enter({ kind: 'official' })).toEqual(['Z-03']);
  expect(enter({ unit: { id: 'other-unit', title: '' } })).toContain('row.not-open');
  expect(new RowStory(custody).problems('filer', { act: 'enter', answers: PIECE })).toEqual(['row.not-open']);
});

test('a permit names its holder by number, for it locks a person', () => {
  const permit = { ...PIECE, kind: 'permit', number: 'C12345678' };
  const story = new RowStory(custody);
  expect(story.problems('passport-officer', { act: 'enter', answers: permit })).toEqual(['Z-02']);
});

test('what was lost is cancelled and cannot be destroyed; what is destroyed is so by two', () => {
  const lost = kept()
    .moves('passport-officer', 'lose', { lostOn: '2026-03-01', where: '机场', how: '行李遗失' })
    .moves('passport-officer', 'cancel', { cancelled: 'lost' })
    .does('passport-officer#2', { act: 'agree' });
  expect(lost.problems('passport-officer', { act: 'move', move: 'list' })).toEqual(['custody.not-here']);
  const story = kept()
    .moves('passport-officer', 'cancel', { cancelled: 'left' })
    .does('passport-officer#2', { act: 'agree' })
    .moves('passport-officer', 'list')
    .moves('passport-officer', 'destroy', { method: '粉碎' });
  expect(story.problems('passport-officer', { act: 'agree' })).toEqual(['row.not-open']);
  expect(story.does('passport-officer#2', { act: 'agree' }).row.stage).toBe('destroyed');
});

test('a unit reads of its own and keeps none', () => {
  expect(lent().problems('filer', back({ daysAbroad: 5 }))).toEqual(['row.not-open']);
  expect(custody.readers.find(({ roles }) => roles.includes('filer'))?.rows).toBe('reach');
});
