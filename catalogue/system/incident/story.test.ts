import { expect, test } from 'vitest';
import { CHINA_COVERS, CHINA_EXCEPTIONS, makeCalendar } from '@zhitongche/base';
import { rowTimers } from '@zhitongche/register';
import { RowStory } from '../../testing/row-story.ts';
import { incidents } from './index.ts';
import { incidentMeasures } from './measures.ts';

const calendar = makeCalendar(CHINA_EXCEPTIONS, CHINA_COVERS);
const FAULT = {
  system: '外事直通车系统',
  reported: '2026-10-01T23:50',
  what: '登录页打不开',
  down: 'down',
  hours: 'always',
  answer: 15,
  repair: 120,
} as const;

const reported = (more: object = {}): RowStory =>
  new RowStory(incidents, '2026-10-08').does('handler', { act: 'enter', answers: { ...FAULT, ...more } });
const policyOn = () =>
  ({ list: (key: string) => (key === 'incident.hours' ? ['09:00-12:00', '14:00-18:00'] : ['80']) }) as never;
const timers = ({ row }: RowStory) =>
  rowTimers(incidents, row, { now: '2026-10-08T04:00:00.000Z', calendar, policyOn });
const used = (story: RowStory) => timers(story).map(({ label, ms, late }) => [label, ms / 60_000, late]);
const counted = (story: RowStory, code: string) =>
  incidentMeasures.measures
    .find((one) => one.code === code)
    ?.lines({ row: story.row, timers: timers(story) })
    .map(({ day, n }) => `${day} ${n}`);

test('a fault reported at ten to midnight on the national day and answered at four past took a quarter of an hour less a minute', () => {
  const story = reported()
    .moves('handler', 'answer', { at: '2026-10-02T00:04' })
    .moves('handler', 'restore', { at: '2026-10-02T02:00' });
  expect(used(story)).toEqual([
    ['响应', 14, false],
    ['修复', 130, true],
  ]);
  expect(counted(story, 'ops.response')).toEqual(['2026-10-01 840000']);
  expect(counted(story, 'ops.response.in-time')).toEqual(['2026-10-01 1']);
  expect(counted(story, 'ops.repair.in-time')).toEqual(['2026-10-01 0']);
});

test('by office hours the same night took nothing', () => {
  const story = reported({ hours: 'office' }).moves('handler', 'answer', { at: '2026-10-02T00:04' });
  expect(used(story).slice(0, 1)).toEqual([['响应', 0, false]]);
});

test('a moment before the one before it, or still to come, is refused', () => {
  const move = (at: string) => ({ act: 'move', move: 'answer', data: { at } }) as const;
  expect(reported().problems('handler', move('2026-10-01T23:49'))).toEqual(['incident.order']);
  expect(reported().problems('handler', move('2026-10-09T00:00'))).toEqual(['incident.to-come']);
});

test('one that comes back is mended once more; one reported by mistake counts for nothing', () => {
  const again = reported()
    .moves('handler', 'answer', { at: '2026-10-02T00:04' })
    .moves('handler', 'restore', { at: '2026-10-02T01:00' })
    .moves('handler', 'reopen');
  expect(timers(again).find(({ label }) => label === '修复')?.until).toBeNull();
  const mistaken = reported().moves('handler', 'withdraw', { why: '误报' });
  expect(used(mistaken)).toEqual([]);
  expect(counted(mistaken, 'ops.incidents')).toEqual([]);
});
