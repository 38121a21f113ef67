import type { Answers } from '@zhitongche/form';
import { addDays } from '@zhitongche/base';
import type { SampleRow } from '@zhitongche/register';

const LETTER = { letter: '云外出计〔2026〕3号', letterOn: '2026-01-20' };

/** Items of the demo office, invented: this year's, approved, and next year's on its way. */
export const samples = (today: string): readonly SampleRow<Answers>[] => {
  const year = Number(today.slice(0, 4));
  const item = (
    n: number,
    unit: string,
    group: string,
    countries: string,
    month: number,
    of = year,
  ): Answers => ({
    number: `${of}-${unit.slice(0, 4)}-${String(n).padStart(2, '0')}`,
    unit: { id: '', title: unit },
    planned: `${of}-${String(month).padStart(2, '0')}-01`,
    count: 1,
    group,
    kind: 'control',
    countries,
    people: 5,
    days: 6,
    budget: '180000.00',
    task: '友好交流和经贸洽谈',
  });
  const approved = (answers: Answers, ago: number): SampleRow<Answers> => ({
    answers,
    ago,
    by: 'handler',
    moves: [
      { move: 'send', ago: ago - 1 },
      { move: 'list', ago: ago - 2 },
      { move: 'approve', ago: ago - 3, data: { ...LETTER, letterOn: addDays(today, 3 - ago) } },
    ],
  });
  return [
    approved(item(1, '省商务厅', '经贸合作团', '日本、韩国', 5), 250),
    approved(item(2, '省商务厅', '展会筹备团', '德国', 9), 250),
    approved(item(1, '云泽市商务局', '招商推介团', '新加坡', 3), 250),
    approved(item(2, '云泽市商务局', '园区考察团', '马来西亚', 11), 250),
    {
      ...approved(item(3, '省商务厅', '境外培训协调团', '英国', 10), 249),
      moves: [
        { move: 'send', ago: 248 },
        { move: 'list', ago: 247 },
        { move: 'approve', ago: 246, data: { ...LETTER, letterOn: addDays(today, -246) } },
        {
          move: 'adjust',
          ago: 60,
          data: { count: 1, planned: `${year}-12-01`, why: '对方会期推迟', letter: '云外出计〔2026〕19号' },
        },
      ],
    },
    {
      answers: item(1, '省商务厅', '投资促进团', '法国、比利时', 4, year + 1),
      ago: 12,
      by: 'commerce-filer',
      moves: [{ move: 'send', ago: 10 }],
    },
    {
      answers: item(1, '云泽市商务局', '友城回访团', '日本', 6, year + 1),
      ago: 9,
      by: 'yunze-reviewer',
      moves: [
        { move: 'send', ago: 8 },
        { move: 'list', ago: 6 },
      ],
    },
    { answers: item(2, '省商务厅', '数字贸易考察团', '新加坡', 9, year + 1), ago: 3, by: 'commerce-filer' },
  ];
};
