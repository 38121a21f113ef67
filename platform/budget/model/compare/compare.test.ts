import { expect, test } from 'vitest';
import { readFixture } from '../testing.ts';
import { profile } from './compare.ts';

test('河北 beside 山西: the totals both offices publish', async () => {
  const hebei = profile((await readFixture('hebei-fao-2024')).model);
  const shanxi = profile((await readFixture('shanxi-fao-2024')).model);
  expect([hebei.total, hebei.basic, hebei.project, hebei.personnel, hebei.publicUse]).toEqual([
    '5755.85',
    '3547.62',
    '2208.23',
    '2896.01',
    '651.61',
  ]);
  expect([shanxi.total, shanxi.basic, shanxi.project, shanxi.personnel, shanxi.publicUse]).toEqual([
    '5498.95',
    '3287.40',
    '2211.55',
    '2305.23',
    '420.08',
  ]);
  expect(hebei.threePublic).toEqual({
    total: '441.14',
    abroad: '160.45',
    vehicle: '19.39',
    purchase: null,
    running: '19.39',
    reception: '261.30',
  });
  expect(shanxi.threePublic).toEqual({
    total: '577.77',
    abroad: '483.00',
    vehicle: '18.30',
    purchase: null,
    running: '18.30',
    reception: '76.47',
  });
});

test('per head only where the document prints its staff: 3287.40 over 133 people', async () => {
  expect(profile((await readFixture('shanxi-fao-2024')).model)).toMatchObject({
    staff: '133',
    basicPerHead: '24.72',
  });
  expect(profile((await readFixture('hebei-fao-2024')).model)).toMatchObject({
    staff: null,
    basicPerHead: null,
  });
});

test('projects and functions', async () => {
  const hebei = profile((await readFixture('hebei-fao-2024')).model);
  expect(hebei.projects).toEqual({ count: 11, average: '200.75', largest: '800.00' });
  expect(hebei.functions[0]).toEqual({
    code: '201',
    name: '一般公共服务支出',
    amount: '4493.98',
    share: '78.08',
  });
});

test('a document without tables compares by its projects alone', async () => {
  const city = profile((await readFixture('shijiazhuang-fao-2024')).model);
  expect(city).toMatchObject({ total: null, functions: [], projects: { count: 8, largest: '1000.00' } });
});
