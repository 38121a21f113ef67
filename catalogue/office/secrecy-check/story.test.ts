import { expect, test } from 'vitest';
import { openedBy } from '../../testing/duty-story.ts';
import { RowStory } from '../../testing/row-story.ts';
import { sampleUpload } from '../../shared/sample-upload.ts';
import { dutyTasks } from '../duty-task/index.ts';
import { secrecyCheck, secrecyMeasures } from './index.ts';

const YEAR = { from: '2026-01-01', until: '2026-12-31' };
const DONE = { doneOn: '2026-02-28', result: '应查项目已查完，一台打印机未贴密级标识，3月6日前整改。' };
const record = sampleUpload('record', '检查记录');

const february = () => {
  const one = openedBy(secrecyCheck, YEAR)[1];
  if (!one) throw new Error('nothing opened in February');
  const { period, name, said } = one;
  return new RowStory(dutyTasks, one.on).does('handler', {
    act: 'enter',
    answers: one.answers,
    origin: { by: 'duty', duty: secrecyCheck.code, name, period, said },
  });
};
const counted = ({ row }: RowStory) => secrecyMeasures.measures[0]?.lines({ row, timers: [] });

test('every month of 2026 has one check, on its last working day by the notice on holidays, open a week before', () => {
  const opened = openedBy(secrecyCheck, YEAR);
  expect(opened.map(({ day }) => day)).toEqual([
    '2026-01-30',
    // A Saturday that is worked for Spring Festival.
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
    '2026-05-29',
    '2026-06-30',
    '2026-07-31',
    '2026-08-31',
    '2026-09-30',
    '2026-10-30',
    '2026-11-30',
    '2026-12-31',
  ]);
  expect([opened[1]?.on, opened[1]?.answers['what']]).toEqual(['2026-02-21', '保密安全检查']);
});

test('an office that checks as ordered sets another rule from a day on, or stops it', () => {
  const ordered = openedBy(secrecyCheck, YEAR, [
    ['2026-03-01', '每季度最后一个工作日'],
    ['2026-10-01', '停办'],
  ]);
  expect(ordered.map(({ day }) => day)).toEqual([
    '2026-01-30',
    '2026-02-28',
    '2026-03-31',
    '2026-06-30',
    '2026-09-30',
  ]);
});

test('it is not done without the record of the check, and nobody waives that', () => {
  const story = february().on('2026-02-28');
  expect(story.problems('handler', { act: 'move', move: 'do', data: DONE })).toEqual(['duty-task.unproven']);
  expect(
    story.problems('handler', { act: 'edit', answers: { ...story.row.answers, proven: false } }),
  ).toEqual(['duty-task.of-duty']);
  story.moves('handler', 'do', { ...DONE, proof: record });
  expect([story.row.stage, counted(story)]).toEqual(['done', [{ day: '2026-02-28', n: '1' }]]);
});

test('what is entered by hand counts only where it asked for its record, and nothing counts before it is done', () => {
  const ordered = (more: object) =>
    new RowStory(dutyTasks, '2026-04-08').does('handler', {
      act: 'enter',
      answers: { what: '保密安全检查', period: '2026年4月专项', due: '2026-04-10', ...more },
    });
  const asked = ordered({ proven: true });
  expect(counted(asked)).toEqual([]);
  const data = { doneOn: '2026-04-08', result: '已查' };
  expect(counted(asked.moves('handler', 'do', { ...data, proof: record }))).toHaveLength(1);
  expect(counted(ordered({}).moves('handler', 'do', data))).toEqual([]);
});
