import { addDays } from '@zhitongche/base';

/** Tasks of the demo office that somebody entered by hand; those of duties open by themselves. */
export const samples = (today: string) => [
  {
    answers: { what: '办公设备盘点', period: '本年度', due: addDays(today, 20) },
    ago: 30,
  },
  {
    answers: { what: '消防器材检查', period: '上季度', due: addDays(today, -40) },
    ago: 60,
    moves: [
      {
        move: 'do',
        ago: 42,
        data: { doneOn: addDays(today, -42), result: '灭火器全部有效，应急灯更换两只。' },
      },
    ],
  },
];
