import { addDays } from '@zhitongche/base';

/** Supplies of the demo office, invented: one running short, one on its way. */
export const samples = (today: string) => {
  const back = (days: number): string => addDays(today, -days);
  const order = (name: string, batch: string, ago: number, more: object = {}) => ({
    name,
    batch,
    ordered: 200,
    orderedOn: back(ago),
    dueOn: back(ago - 10),
    place: 'store' as const,
    least: 60,
    sort: 'paper' as const,
    supplier: '云泽文具公司（演示）',
    price: '3.50',
    ...more,
  });
  return [
    {
      answers: order('双面席卡', '2026-1', 60),
      ago: 60,
      by: 'handler',
      moves: [
        { move: 'accept', ago: 52, agreed: 'head', data: { receivedOn: back(52), arrived: 200, faulty: 4 } },
        { move: 'hand', ago: 40, data: { on: back(40), unit: '礼宾处', copies: 150, by: '会务组' } },
      ],
    },
    {
      answers: order('桌旗', '2026-1', 4, { sort: 'flag', ordered: 40, least: 10, price: '18.00' }),
      ago: 4,
    },
  ];
};
