import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { friendsAbroad } from './index.ts';

const FRIEND = {
  name: '木下健一',
  original: 'Kinoshita Kenichi',
  country: '日本',
  post: '友好协会顾问',
  fields: ['culture'],
};
const KNOWN = { known: [{ person: '王处长', unit: '友好城市处' }] };
const met = (story: RowStory, on: string) =>
  story.on(on).moves('handler', 'meet', { on, kind: 'came', ours: '友好城市处' });
const entered = (more: object = KNOWN) =>
  new RowStory(friendsAbroad, '2026-01-05').does('handler', {
    act: 'enter',
    answers: { ...FRIEND, ...more },
  });
const twice = () => met(met(entered(), '2026-01-10'), '2026-02-10');
const PROPOSE = {
  act: 'move',
  move: 'propose',
  data: { honour: 'adviser', grounds: '促成青少年互访' },
} as const;
const GRANT = { decision: '省政函〔2026〕21号', honouredOn: '2026-03-20', until: '2028-03-20' };
const sent = () =>
  twice()
    .does('handler', PROPOSE)
    .moves('director', 'send', { decision: '外请〔2026〕7号' })
    .on('2026-03-25');
const honoured = () => sent().moves('division-head', 'grant', GRANT).does('handler', { act: 'agree' });

test('nobody is proposed who was met once or whom nobody knows', () => {
  const once = met(entered(), '2026-01-10');
  expect(once.problems('handler', PROPOSE)).toEqual(['friend.meetings']);
  expect(met(met(entered({}), '2026-01-10'), '2026-02-10').problems('handler', PROPOSE)).toEqual([
    'friend.unknown',
  ]);
  expect(twice().problems('handler', PROPOSE)).toEqual([]);
});

test('a leader sends it up, and an honour is recorded by two', () => {
  const story = twice().does('handler', PROPOSE);
  expect(story.problems('handler', { act: 'move', move: 'send', data: { decision: '7号' } })).not.toEqual([]);
  const asked = sent().moves('division-head', 'grant', GRANT);
  expect(asked.row.stage).toBe('sent');
  expect(asked.problems('division-head', { act: 'agree' })).not.toEqual([]);
  asked.does('handler', { act: 'agree' });
  expect(asked.row).toMatchObject({
    stage: 'honoured',
    answers: { honour: 'adviser', honouredOn: '2026-03-20', until: '2028-03-20' },
  });
});

test('neither a meeting nor an honour is of a day to come, and no term ends before it begins', () => {
  const grant = (more: object) =>
    sent().problems('division-head', { act: 'move', move: 'grant', data: { ...GRANT, ...more } });
  expect(grant({ honouredOn: '2026-03-26' })).toEqual(['field.to-come']);
  expect(grant({ until: '2026-03-20' })).toEqual(['friend.term']);
  expect(
    entered().problems('handler', {
      act: 'move',
      move: 'meet',
      data: { on: '2026-01-06', kind: 'came', ours: '我' },
    }),
  ).toEqual(['field.to-come']);
});

test('a term about to end is told, is renewed to a later day, and is over by itself when nobody does', () => {
  const story = honoured();
  expect(story.on('2027-12-21').reminds()).toEqual(['until 90']);
  expect(
    story.problems('handler', { act: 'move', move: 'renew', data: { decision: '3号', until: '2028-03-20' } }),
  ).toEqual(['friend.term']);
  story.moves('handler', 'renew', { decision: '省政函〔2028〕3号', until: '2030-03-20' });
  expect(story.on('2028-03-21').ticks().row.stage).toBe('honoured');
  expect(story.on('2030-03-20').ticks().row.stage).toBe('honoured');
  expect(story.on('2030-03-21').ticks().row.stage).toBe('known');
});

test('who is honoured is still kept up to date, and is taken off by nobody alone', () => {
  const manner = { ...FRIEND, ...KNOWN, taboos: '不吃羊肉' };
  expect(honoured().problems('handler', { act: 'edit', answers: manner })).toEqual([]);
  expect(honoured().problems('handler', { act: 'retire', reason: '不要了' })).toEqual(['row.signed-by-two']);
});

test('a contact nobody looked at for a year is told', () => {
  const story = entered({ ...KNOWN, checkedOn: '2026-01-05' });
  expect(story.on('2027-01-04').reminds()).toEqual([]);
  expect(story.on('2027-01-05').reminds()).toEqual(['checkedOn 0']);
});

test('who was not met for long is put aside with a reason, which stays in its story', () => {
  expect(entered().problems('handler', { act: 'move', move: 'sleep' })).toEqual(['field.required']);
  const story = entered().moves('handler', 'sleep', { why: '三年没有往来，联系方式已失效' });
  expect(story.row).toMatchObject({
    stage: 'asleep',
    records: [{ move: 'sleep', data: { why: '三年没有往来，联系方式已失效' } }],
  });
});
