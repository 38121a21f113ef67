import { measureRows } from '@zhitongche/measure';
import { presentDays } from './figures.ts';
import { contractOf } from './stages.ts';

const SIGNED = ['running', 'expired', 'terminated', 'archived'];

/** What contracts come to, by the source codes of indicator tables. */
export const contractMeasures = measureRows('contract', [
  {
    code: 'proc.contracts',
    name: '运维合同签署数',
    what: '已签订的运维、驻场合同，按签订日期计',
    unit: '份',
    sort: 'things',
    edition: 1,
    lines: ({ row }) => {
      const { sort, signed } = contractOf(row);
      return SIGNED.includes(row.stage) && signed && (sort === 'upkeep' || sort === 'stay')
        ? [{ day: signed, n: '1' }]
        : [];
    },
  },
  {
    code: 'ops.onsite',
    name: '驻场人数',
    what: '已签订合同登记的驻场人员，本期内在场过的每人计一次：按到场日计，跨年在场的次年再计',
    unit: '人',
    sort: 'persons',
    edition: 1,
    lines: ({ row }) => {
      const contract = contractOf(row);
      return SIGNED.includes(row.stage)
        ? presentDays(contract).map(({ day, name }) => ({
            day,
            n: '1',
            who: `${contract.other ?? ''}/${name}`,
          }))
        : [];
    },
  },
  {
    code: 'ledger.contracts.paid',
    name: '合同已付金额',
    what: '登记了付款日的各笔付款，按付款日计',
    unit: '元',
    sort: 'money',
    edition: 1,
    lines: ({ row }) =>
      (contractOf(row).payments ?? []).flatMap(({ paidOn, amount }) =>
        paidOn && amount ? [{ day: paidOn, n: amount }] : [],
      ),
  },
]);
