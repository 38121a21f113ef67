import { addDays } from '@zhitongche/base';
import type { SampleRow } from '@zhitongche/register';
import type { Settlement } from './form.ts';

/** A settlement of the invented province that is still being worked out: two of the office in Tokyo, a bill above the standard. */
export const samples = (today: string): readonly SampleRow<Settlement>[] => {
  const on = (days: number): string => addDays(today, -days);
  return [
    {
      by: 'finance',
      answers: {
        matter: '演示-结算',
        group: '云泽省友城交流小组',
        exit: on(20),
        entry: on(16),
        stays: [{ country: '日本', city: '东京', arrive: on(20), leave: on(16), hostCovers: ['transport'] }],
        people: [
          { name: '顾思齐', rank: 'bureau' },
          { name: '林见山', rank: 'division' },
        ],
        rates: [{ currency: 'JPY', day: on(16), rate: '0.047000', source: '演示折算率' }],
        claims: [
          { who: '顾思齐', item: 'air', currency: 'CNY', amount: '9800.00' },
          { who: '林见山', item: 'air', currency: 'CNY', amount: '5200.00' },
          { who: '顾思齐', item: 'lodging', city: '东京', currency: 'JPY', amount: '92000.00' },
          { who: '林见山', item: 'lodging', city: '东京', currency: 'JPY', amount: '78000.00' },
          { who: '林见山', item: 'journey', city: '东京', currency: 'JPY', amount: '6400.00' },
        ],
      },
      moves: [{ move: 'compute', ago: 0 }],
    },
  ];
};
