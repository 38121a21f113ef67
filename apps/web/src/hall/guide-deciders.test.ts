import { expect, test } from 'vitest';
import { outboundTrip } from '../../../../catalogue/outbound/trip/index.ts';
import { guideDeciders } from './guide-deciders.ts';

const figure = (key: string, value: unknown) =>
  ({ key: `outbound-trip.${key}`, value }) as unknown as Parameters<typeof guideDeciders>[1][number];
const told = (...now: Parameters<typeof guideDeciders>[1]) =>
  guideDeciders(outboundTrip, now).map(({ who, text }) => `${who}：${text}`);

test('a guide says who decides on whom, in the words of the form, by the figures in force', () => {
  expect(told()).toEqual([
    '省外办分管副主任签批：最高职级为省部级、厅局级、县处级、科级及以下、专业技术人员的团组',
    '省外办主任签批：有省部级、厅局级、县（市、区）委书记、县（市、区）长、省管企业负责人的团组',
    '上报省领导审批：有省部级、厅局级、县（市、区）委书记、县（市、区）长、省管企业负责人的团组，主任签批后上报',
    '上报省领导审批：本单位牵头的双跨团组',
  ]);
});

test('a city that may decide is named, whom nobody signs for is not', () => {
  const lines = told(
    figure('city-delegated', true),
    figure('route.deputy', []),
    figure('route.report-span', false),
  );
  expect(lines[0]).toMatch(/^市外办签发：市属单位，最高职级为县处级、/);
  expect(lines.filter((line) => line.startsWith('省外办分管副主任'))).toEqual([]);
  expect(lines.filter((line) => line.includes('双跨'))).toEqual([]);
});
