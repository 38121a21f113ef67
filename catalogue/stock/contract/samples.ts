import { addDays } from '@zhitongche/base';
import type { SampleRow } from '@zhitongche/register';
import type { Contract } from './form.ts';

/** Contracts of the invented province: one that runs with people on the spot, one about to end, one still a draft. */
export const samples = (today: string): readonly SampleRow<Contract>[] => {
  const on = (days: number): string => addDays(today, days);
  return [
    {
      stage: 'running',
      answers: {
        number: 'YZHT-001',
        title: '视频会议系统驻场运维',
        other: '云泽数通科技有限公司',
        sort: 'stay',
        amount: '360000.00',
        signed: on(-180),
        from: on(-170),
        until: on(195),
        payments: [
          { day: on(-160), amount: '180000.00', condition: '签订后首付', paidOn: on(-158) },
          { day: on(8), amount: '90000.00', condition: '半年考核合格' },
          { day: on(200), amount: '90000.00', condition: '期满考核合格' },
        ],
        least: 4,
        people: [
          { name: '乔望舒', post: '驻场组长', from: on(-170) },
          { name: '孟青禾', post: '会议保障', from: on(-170) },
          { name: '尹知微', post: '会议保障', from: on(-90) },
          { name: '鲁听松', post: '网络', from: on(-170), until: on(-20) },
        ],
      },
    },
    {
      stage: 'running',
      answers: {
        number: 'YZHT-002',
        title: '附加证明书贴纸采购',
        other: '云泽证照印务有限公司',
        sort: 'goods',
        amount: '48000.00',
        signed: on(-330),
        from: on(-330),
        until: on(25),
        payments: [{ day: on(-300), amount: '48000.00', condition: '验收合格', paidOn: on(-296) }],
      },
    },
    {
      stage: 'draft',
      answers: {
        number: 'YZHT-003',
        title: '外事直通车系统年度运维',
        other: '澜洲软件有限公司',
        sort: 'upkeep',
      },
    },
  ];
};
