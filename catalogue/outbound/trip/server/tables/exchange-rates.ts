import type { ReferenceTable } from '@zhitongche/office';

const SAMPLE = '演示用折算率，非官方数据；启用前由财务部门按财政部门认可的口径录入';

/**
 * Yuan for one unit of foreign money, by day of publication; the row in force is the latest not after the case's day.
 * The first row is the rate printed on a real budget opinion form (its day is not printed there); the others only
 * keep the demo office alive.
 */
export const exchangeRates: ReferenceTable = {
  name: 'exchange-rates',
  title: '外币折合人民币折算率（1外币单位）',
  source: SAMPLE,
  validFrom: '2018-01-01',
  unconfirmed: '全部为演示数据，启用前必须替换',
  rows: [
    { currency: 'JPY', rate: '0.06093', date: '2018-01-01', source: '一份已填报的任务和预算审批意见表' },
    { currency: 'USD', rate: '6.6000', date: '2018-01-01', source: SAMPLE },
    { currency: 'EUR', rate: '7.8000', date: '2018-01-01', source: SAMPLE },
    { currency: 'GBP', rate: '8.8000', date: '2018-01-01', source: SAMPLE },
    { currency: 'HKD', rate: '0.8400', date: '2018-01-01', source: SAMPLE },
    { currency: 'USD', rate: '7.1000', date: '2026-01-01', source: SAMPLE },
    { currency: 'EUR', rate: '8.2000', date: '2026-01-01', source: SAMPLE },
    { currency: 'GBP', rate: '9.4000', date: '2026-01-01', source: SAMPLE },
    { currency: 'JPY', rate: '0.04700', date: '2026-01-01', source: SAMPLE },
    { currency: 'HKD', rate: '0.9100', date: '2026-01-01', source: SAMPLE },
  ],
};
