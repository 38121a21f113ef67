import { addDays } from '@zhitongche/base';
import type { SampleRow } from '@zhitongche/register';
import type { Review } from './form.ts';

/** Bad reviews of the demo office, invented: one to be called, one being mended, one mended and accepted. */
export const samples = (today: string): readonly SampleRow<Review>[] => {
  const review = (ago: number, more: Review): Review => ({
    mark: 'dissatisfied',
    day: addDays(today, -ago),
    due: addDays(today, 7 - ago),
    mendDue: addDays(today, 21 - ago),
    ...more,
  });
  const called = (ago: number) => ({
    move: 'call',
    ago,
    data: {
      calledOn: addDays(today, -ago),
      reached: 'yes',
      heard: '本人说材料清单与窗口要求不一致，多跑了一趟。已致歉并说明。',
    },
  });
  return [
    {
      ago: 2,
      answers: review(2, {
        about: '附加证明书办理群众评价',
        who: '群众',
        reasons: '没有一次说清要什么',
        words: '指南上没写要翻译件，到窗口才知道。',
        name: '白女士',
        contact: '13800000211',
      }),
    },
    {
      ago: 9,
      answers: review(9, {
        about: '省政务大厅外事窗口',
        who: '窗口办事人',
        mark: 'very',
        reasons: '跑了多趟',
        name: '石先生',
        contact: '13800000212',
      }),
      moves: [called(6)],
    },
    {
      ago: 20,
      answers: review(20, {
        about: '因公临时出国（境）',
        who: '参团人员',
        reasons: '办理时间长',
        contact: 'm.arden@example.org',
      }),
      moves: [
        called(17),
        {
          move: 'close',
          ago: 10,
          data: {
            cause: 'guide',
            fix: '修订办事指南，材料清单按目的地分列。',
            closedOn: addDays(today, -10),
            result: 'accepted',
          },
        },
      ],
    },
  ];
};
