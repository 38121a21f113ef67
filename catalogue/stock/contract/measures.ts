import { measureRows } from '@zhitongche/measure';
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
