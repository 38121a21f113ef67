import { publicExpenseOf } from '@zhitongche/budget';
import { measureRows } from '@zhitongche/measure';
import type { KeptRow } from '@zhitongche/register';
import type { Line } from './form.ts';
import { lineOf } from './stages.ts';

const COUNTED = { unit: '元', sort: 'money', edition: 1 } as const;

/** The amount of a line that is booked and of which something holds, on its day. */
const of =
  (holds: (line: Line) => boolean) =>
  ({ row }: { readonly row: KeptRow }) => {
    const { day, amount } = lineOf(row);
    return row.stage === 'booked' && day && amount && holds(lineOf(row)) ? [{ day, n: amount }] : [];
  };
const publicExpense = (which: ReturnType<typeof publicExpenseOf>) =>
  of(({ economic = '' }) => publicExpenseOf(economic) === which);

/** What the office spends, by the day it is paid; what waits for its place is none of it yet. */
export const ledgerMeasures = measureRows('ledger-line', [
  {
    code: 'ledger.total',
    name: '支出合计',
    what: '已入账的支出，按支付日期计；待归类的不计',
    ...COUNTED,
    lines: of(() => true),
  },
  {
    code: 'ledger.projects',
    name: '项目支出',
    what: '已入账的项目支出，按支付日期计',
    ...COUNTED,
    lines: of(({ sort, project }) => sort === 'project' || !!project),
  },
  {
    code: 'out.expense',
    name: '因公出国（境）支出',
    what: '已入账、列因公出国（境）费用的支出，按支付日期计',
    ...COUNTED,
    lines: publicExpense('abroad'),
  },
  {
    code: 'recv.expense',
    name: '公务接待支出',
    what: '已入账、列公务接待费的支出，按支付日期计',
    ...COUNTED,
    lines: publicExpense('reception'),
  },
  {
    code: 'ledger.vehicles',
    name: '公务用车支出',
    what: '已入账、列公务用车购置和运行维护费的支出，按支付日期计',
    ...COUNTED,
    lines: of(({ economic = '' }) => publicExpenseOf(economic)?.startsWith('vehicle') === true),
  },
]);
