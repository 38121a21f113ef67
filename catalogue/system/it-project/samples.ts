import { addDays } from '@zhitongche/base';
import type { SampleRow } from '@zhitongche/register';
import type { Project } from './form.ts';

/** Projects of the demo office: invented; one finished in time, one in trial, one just approved. */
export const samples = (today: string): readonly SampleRow<Project>[] => {
  const on = (days: number) => addDays(today, days);
  const passed = (name: string, days: number) => ({ name, accepted: on(days), result: 'passed' }) as const;
  return [
    {
      answers: {
        name: '外事服务一体化平台（一期）',
        number: '云发改投〔2025〕18号',
        approved: on(-330),
        amount: '863000.00',
        afterApproval: 10,
        afterContract: 10,
        subsystems: [
          passed('综合申报系统（单位端）', -70),
          passed('综合申报系统（公众端）', -66),
          passed('审批系统（电脑端）', -65),
          passed('审批系统（移动端）', -62),
        ],
      },
      ago: 325,
      moves: [
        { move: 'contract', ago: 300, data: { day: on(-301) } },
        { move: 'try', ago: 60, data: { day: on(-61) } },
        { move: 'finish', ago: 40, data: { day: on(-41) } },
      ],
    },
    {
      answers: {
        name: '电子护照制证系统改造',
        approved: on(-280),
        amount: '448800.00',
        afterApproval: 10,
        afterContract: 10,
        subsystems: [passed('护照业务系统', -20), { name: '护照查验系统' }],
      },
      ago: 279,
      moves: [
        { move: 'contract', ago: 240, data: { day: on(-241) } },
        { move: 'try', ago: 15, data: { day: on(-16) } },
      ],
    },
    { answers: { name: '门户网站适老化改造', approved: on(-25), afterApproval: 10 }, ago: 24 },
  ];
};
