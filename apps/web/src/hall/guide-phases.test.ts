import { expect, test } from 'vitest';
import { outboundTrip } from '../../../../catalogue/outbound/trip/index.ts';
import { guidePhases } from './guide-phases.ts';

test('a guide tells a change, an extension and a revocation as roads of their own, never as one chain', () => {
  const roads = guidePhases(outboundTrip.flow).find(({ phase }) => phase === '变更')?.roads ?? [];
  const change = roads.find(({ name }) => name === '任务变更');
  expect(change?.steps).toEqual([
    '财务部门审核预算',
    '新增人员备案、政审',
    '单位签批',
    '主管部门审核',
    '市外办审核',
    '市外办审定',
    '经办审核',
    '处长审批',
    '分管副主任签批',
    '主任签批',
    '上报原批准机关',
  ]);
  expect(roads.map(({ name }) => name)).toEqual(expect.arrayContaining(['任务变更', '延期', '撤销任务']));
  for (const { steps } of roads) expect(steps.join()).not.toMatch(/：/);
});

test('a guide tells the road of the office as one chain in order', () => {
  const [road, ...more] = guidePhases(outboundTrip.flow).find(({ phase }) => phase === '省外办')?.roads ?? [];
  expect(more).toEqual([]);
  expect(road?.steps.slice(0, 2)).toEqual(['窗口受理', '经办审核']);
});
