import { passportSpelling } from '@zhitongche/formats';
import { type Story, story } from '@zhitongche/case/testing';
import { expect, test } from 'vitest';
import { samplePerson } from '../../shared/sample-people.ts';
import { entitledTo } from './choices.ts';
import { documentApplication } from './index.ts';

const DESK = 'passport-officer';
const { pinyin } = samplePerson(60, '');
const photo = [{ id: 'photo', name: '照片.jpg', size: 1, type: 'image/jpeg', digest: '0'.repeat(64) }];
const renewal = { matter: 'renew', oldNumber: 'PE1111111', oldPinyin: pinyin };
const accepted = (today: string, over: object): Story =>
  story(documentApplication, { today })
    .submit(over as never)
    .act('window', { act: 'accept' });

// 外交: 副部级 and above; 公务: 副处级 and above; 公务普通: below, and staff of enterprises and institutions.
test.each([
  ['ministry', 'diplomatic'],
  ['bureau', 'official'],
  ['division', 'official'],
  ['section', 'ordinary'],
  ['technical', 'ordinary'],
])('the rank %s is entitled to %s', (rank, kind) => {
  expect(entitledTo(rank)).toBe(kind);
});

// Printed since 2012: lü/nü LYU/NYU, lüe/nüe LUE/NUE; compound surnames joined, given names joined, no hyphen.
test.each([
  ['吕布', 'LYU BU'],
  ['女英', 'NYU YING'],
  ['张略', 'ZHANG LUE'],
  ['欧阳修', 'OUYANG XIU'],
  ['司马相如', 'SIMA XIANGRU'],
  ['万俟卨', 'MOQI XIE'],
  ['单雄信', 'SHAN XIONGXIN'],
  ['曾国藩', 'ZENG GUOFAN'],
  ['仇英', 'QIU YING'],
  ['解缙', 'XIE JIN'],
  ['种师道', 'CHONG SHIDAO'],
  // j, q, x, y with ü are written u already.
  ['徐娟', 'XU JUAN'],
])('%s is spelled %s', (name, whole) => {
  const found = passportSpelling(name);
  expect(`${found?.surname ?? ''} ${found?.given ?? ''}`).toBe(whole);
});

test('of a surname with two readings both are offered, and no name of other letters is spelled', () => {
  const { surname = '', alternatives = [] } = passportSpelling('乐毅') ?? {};
  expect([surname, ...alternatives.map((one) => one.surname)].toSorted()).toEqual(['LE', 'YUE']);
  expect(passportSpelling('阿依古丽·买买提')).toBeUndefined();
});

test('three working days across Spring Festival: accepted Friday the 13th of February, due the 25th', () => {
  // Worked: Saturday 14 (1). Off: 15 to 23. Worked: 24 (2), 25 (3).
  expect(accepted('2026-02-13', renewal).state.promise).toMatchObject({ days: 3, due: '2026-02-25' });
});

test('whoever has to come in person has the time: the days begin to run once captured', () => {
  // Accepted Thursday 12 February, captured Tuesday 24 February: nothing is used; three days after are 25, 26, 27.
  const s = accepted('2026-02-12', {});
  s.on('2026-02-24').act(DESK, {
    act: 'captured',
    data: { on: '2026-02-24', by: '周采集', photo, signed: true, fingerprints: true },
  });
  expect(s.state.promise?.due).toBe('2026-02-27');
});

test('a book is good for five years at most: one of fifty is a slip of the pen', () => {
  const s = accepted('2026-03-02', renewal)
    .act(DESK, { act: 'confirm', data: { spelled: pinyin, by: 'old' } })
    .act('division-head@outbound', { act: 'agree' });
  const book = { number: 'PE7654321', place: '甲柜', issued: '2026-03-02' };
  // Five years from 2 March 2026 end with 1 March 2031; some offices print the same day.
  const told = s.refused(DESK, { act: 'made', data: { ...book, until: '2076-03-01' } });
  expect(told.map(({ code }) => code)).toEqual(['D-23']);
  expect(s.fork().act(DESK, { act: 'made', data: { ...book, until: '2031-03-02' } }).state.step).toBe(
    'collect',
  );
  expect(s.act(DESK, { act: 'made', data: { ...book, until: '2031-03-01' } }).state.step).toBe('collect');
});
