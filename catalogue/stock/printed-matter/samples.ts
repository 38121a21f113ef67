import { addDays } from '@zhitongche/base';

/** Printings of the demo office, invented: one nearly gone, one on its way. */
export const samples = (today: string) => {
  const back = (days: number): string => addDays(today, -days);
  const order = (name: string, batch: string, ago: number, more: object = {}) => ({
    name,
    batch,
    sort: 'journal' as const,
    ordered: 300,
    words: 30_000,
    printer: '云泽印务公司（演示）',
    cost: '4500.00',
    orderedOn: back(ago),
    dueOn: back(ago - 20),
    place: 'store' as const,
    least: 50,
    ...more,
  });
  return [
    {
      answers: order('外事动态', '第1期', 90),
      ago: 90,
      by: 'handler',
      moves: [
        {
          move: 'accept',
          ago: 72,
          agreed: 'head',
          data: { receivedOn: back(72), arrived: 300, checked: 5, errors: 6 },
        },
        { move: 'hand', ago: 70, data: { on: back(70), unit: '各市外办', copies: 220, by: '收发室' } },
        { move: 'hand', ago: 30, data: { on: back(30), unit: '省商务厅', copies: 40 } },
      ],
    },
    { answers: order('外事动态', '第2期', 8), ago: 8 },
    {
      answers: order('因公出国办事手册', '2026年版', 60, {
        sort: 'manual',
        ordered: 1000,
        words: 100_000,
        cost: '18000.00',
        least: 100,
      }),
      ago: 60,
      by: 'handler',
      moves: [
        {
          move: 'accept',
          ago: 38,
          agreed: 'head',
          data: { receivedOn: back(38), arrived: 1000, checked: 3, errors: 9 },
        },
        { move: 'hand', ago: 20, data: { on: back(20), unit: '云泽市商务局', copies: 30 } },
      ],
    },
  ];
};
