import { addDays } from '@zhitongche/base';
import type { SampleRow } from '@zhitongche/register';
import type { Incident } from './form.ts';

/** Faults of the demo office: invented, one of them over its limit, one still waiting, one withdrawn. */
export const samples = (today: string): readonly SampleRow<Incident>[] => {
  const on = (ago: number, time: string) => `${addDays(today, -ago)}T${time}`;
  const vpn = { system: '外事直通车系统', hours: 'always', answer: 15, repair: 120 } as const;
  const seal = { system: '附加证明书业务系统', hours: 'office', answer: 360 } as const;
  return [
    {
      answers: { ...vpn, reported: on(40, '23:50'), what: '登录页打不开', down: 'down' },
      ago: 38,
      moves: [
        { move: 'answer', ago: 38, data: { at: on(39, '00:04') } },
        { move: 'restore', ago: 38, data: { at: on(39, '01:20') } },
        { move: 'close', ago: 37 },
      ],
    },
    {
      answers: { ...vpn, reported: on(12, '10:05'), what: '附件上传很慢', down: 'slow' },
      ago: 11,
      moves: [
        { move: 'answer', ago: 11, data: { at: on(12, '10:31') } },
        { move: 'restore', ago: 11, data: { at: on(12, '11:15') } },
        { move: 'close', ago: 10 },
      ],
    },
    {
      answers: { ...seal, reported: on(6, '15:20'), what: '打印机不出证', down: 'slow' },
      ago: 5,
      moves: [
        { move: 'answer', ago: 5, data: { at: on(6, '15:40') } },
        { move: 'restore', ago: 4, data: { at: on(5, '10:10') } },
      ],
    },
    {
      answers: { ...vpn, reported: on(3, '09:12'), what: '短信没有收到', down: 'none' },
      ago: 2,
      moves: [{ move: 'withdraw', ago: 2, data: { why: '手机号登记错了' } }],
    },
    {
      answers: { ...seal, reported: on(2, '16:30'), what: '查询页显示空白', down: 'slow' },
      ago: 1,
    },
  ];
};
