import { addDays } from '@zhitongche/base';
import type { SampleRow } from '@zhitongche/register';

/** Services of the demo office: invented; one about to end. */
export const samples = (today: string): readonly SampleRow[] => {
  const term = (from: number, until: number) => ({
    from: addDays(today, from),
    until: addDays(today, until),
  });
  return [
    { answers: { name: '云视频会议服务', sort: 'video', count: 4, ...term(-200, 164) }, ago: 199 },
    {
      answers: {
        name: '官方网站托管',
        sort: 'channel',
        count: 1,
        provider: '云泽数据中心',
        ...term(-340, 24),
        failures: [
          {
            from: `${addDays(today, -33)}T08:10`,
            until: `${addDays(today, -33)}T09:25`,
            what: '首页打不开',
          },
        ],
      },
      ago: 339,
    },
    { answers: { name: '微信公众号维护', sort: 'channel', count: 1, ...term(-100, 264) }, ago: 99 },
  ];
};
