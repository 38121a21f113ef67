import { addDays } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import type { SampleRow } from '@zhitongche/register';

/** Topics of the demo office, invented: last year's with its report, this year's late and on its way, and one just handed in. */
export const samples = (today: string): readonly SampleRow<Answers>[] => {
  const topic = (n: number, planned: string, due: string, more: Answers): Answers => ({
    number: `${planned.slice(0, 4)}-调研-0${n}`,
    unit: { id: '', title: '友好城市处' },
    planned,
    count: 1,
    months: `${Number(planned.slice(5, 7))}月`,
    reportDue: due,
    ...more,
  });
  const back = (days: number): string => addDays(today, -days);
  const approved = (answers: Answers, ago: number, moves: SampleRow['moves'] = []): SampleRow<Answers> => ({
    answers,
    ago,
    by: 'handler',
    moves: [
      { move: 'send', ago: ago - 1 },
      { move: 'list', ago: ago - 2 },
      {
        move: 'approve',
        ago: ago - 5,
        by: 'deputy',
        data: { letter: '云外办会纪〔年度〕2号', letterOn: back(ago - 5) },
      },
      ...moves,
    ],
  });
  return [
    approved(
      topic(1, back(150), back(90), {
        topic: '友城合作项目落地情况',
        leader: '友好城市处处长',
        places: '云泽市、澜洲市',
        aim: '签了协议的友城里，哪些项目还在办，卡在哪里。',
      }),
      200,
      [
        {
          move: 'do',
          ago: 80,
          data: {
            number: '关于友城合作项目落地情况的调研报告',
            from: back(148),
            until: back(90),
            backOn: back(95),
          },
        },
      ],
    ),
    approved(
      topic(2, back(60), back(5), {
        unit: { id: '', title: '出国审批处' },
        topic: '基层外办审批力量和培训需求',
        leader: '出国审批处处长',
        places: '临汐港市、金麓市',
      }),
      100,
      [{ move: 'do', ago: 50, data: { number: '基层审批力量调研', from: back(55), until: back(5) } }],
    ),
    approved(
      topic(3, addDays(today, 20), addDays(today, 75), {
        topic: '青少年交流回访',
        leader: '友好城市处处长',
        count: 2,
      }),
      40,
    ),
    {
      answers: topic(4, addDays(today, 40), addDays(today, 100), {
        unit: { id: '', title: '领事处' },
        topic: '在外企业安全防范培训需求',
        leader: '领事处处长',
      }),
      ago: 10,
      moves: [{ move: 'send', ago: 9 }],
    },
  ];
};
