import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { itProjects } from './index.ts';
import { projectMeasures } from './measures.ts';
import { dueDays, projectOf } from './stages.ts';

const SUBSYSTEMS = [
  { name: '申报端', accepted: '2026-10-20', result: 'passed' },
  { name: '审批端', accepted: '2026-10-21', result: 'passed' },
] as const;
const approved = (more: object = {}): RowStory =>
  new RowStory(itProjects, '2026-12-20').does('handler', {
    act: 'enter',
    answers: {
      name: '外事服务一体化平台',
      approved: '2026-01-12',
      afterApproval: 10,
      afterContract: 10,
      subsystems: SUBSYSTEMS,
      ...more,
    },
  });
const built = (more?: object) =>
  approved(more)
    .moves('handler', 'contract', { day: '2026-02-28' })
    .moves('handler', 'try', { day: '2026-10-25' });
const counted = ({ row }: RowStory, code: string) =>
  projectMeasures.measures
    .find((one) => one.code === code)
    ?.lines({ row, timers: [] })
    .map(({ day, n }) => `${day} ${n}`);

test('ten months after the approval and ten months after the contract are two days, and both are kept', () => {
  expect(dueDays(projectOf(built().row))).toEqual(['2026-11-12', '2026-12-28']);
  const inTime = built().moves('handler', 'finish', { day: '2026-11-12' });
  expect(counted(inTime, 'proj.milestones')).toEqual(['2026-11-12 1']);
  // In time by the contract, late by the approval: not in time.
  const late = built().moves('handler', 'finish', { day: '2026-11-13' });
  expect(counted(late, 'proj.milestones')).toEqual(['2026-11-13 0']);
});

test('nothing is finally accepted while a part is not, and parts that failed count in the rate alone', () => {
  const row = built({
    subsystems: [SUBSYSTEMS[0], { name: '审批端', accepted: '2026-10-21', result: 'failed' }],
  });
  const finish = { act: 'move', move: 'finish', data: { day: '2026-11-12' } } as const;
  expect(row.problems('handler', finish)).toEqual(['it-project.unaccepted']);
  expect(counted(row, 'proj.subsystems')).toEqual(['2026-10-20 1']);
  expect(counted(row, 'proj.acceptance')).toEqual(['2026-10-20 1', '2026-10-21 0']);
  expect(built({ subsystems: [] }).problems('handler', finish)).toEqual(['it-project.none']);
});

test('a milestone before the one it follows, or still to come, is refused', () => {
  const contract = (day: string) => ({ act: 'move', move: 'contract', data: { day } }) as const;
  expect(approved().problems('handler', contract('2026-01-11'))).toEqual(['it-project.order']);
  expect(approved().problems('handler', contract('2026-12-21'))).toEqual(['it-project.to-come']);
});

test('its keepers hear of each of the two days two months before it', () => {
  expect(built({ afterContract: undefined }).on('2026-09-13').reminds()).toEqual(['approved 60']);
  expect(built({ afterApproval: undefined }).on('2026-10-29').reminds()).toEqual(['contracted 60']);
});
