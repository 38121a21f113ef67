import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { targetBindings } from './index.ts';

const LINE = {
  year: 2026,
  department: '云泽省人民政府外事办公室',
  project: '友好城市交往费',
  name: '任务完成及时率',
  target: '及时',
  way: 'computed',
} as const;
const problems = (more: object) =>
  new RowStory(targetBindings).problems('finance-officer', {
    act: 'enter',
    answers: { ...LINE, ...more },
  });

test('“in time” is bound to a machine only with a share and a rule', () => {
  const measure = 'sla.task';
  expect(problems({ measure })).toEqual(['E-02']);
  expect(problems({ measure, share: '95' })).toEqual(['E-02']);
  expect(problems({ measure, share: '95', rule: '不晚于现行期限办结' })).toEqual([]);
});

test('what a machine or a questionnaire answers names by what; what a person judges names the list', () => {
  expect(problems({ target: '≥98%' })).toEqual(['E-01']);
  expect(problems({ target: '≥98%', measure: '任务' })).toEqual(['E-01']);
  expect(problems({ target: '良好', way: 'review' })).not.toEqual([]);
  expect(problems({ target: '良好', way: 'review', list: '活动保障清单' })).toEqual([]);
  expect(problems({ target: '良好', way: 'evidence' })).toEqual([]);
});
