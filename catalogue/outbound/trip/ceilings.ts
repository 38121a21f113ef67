import { compare, decimalOf, moneyText, plus, times, whole, ZERO, type Decimal } from '@zhitongche/base';
import type { CheckContext, Finding } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import { rowsAt, textIn } from '../../shared/lookup-rows.ts';
import { key } from './policy.ts';

/** Fact with the ceilings of the year that pay for trips of the unit that files. */
export const CEILINGS = 'trip-ceilings';

/** Asked only where the unit's own budget pays. */
export const ceilingsAsked = {
  provider: 'ceilings-left',
  args: ({ exitDate, fundSources }: Answers) =>
    typeof exitDate === 'string' && Array.isArray(fundSources) && fundSources.includes('budget')
      ? { economic: '30212', day: exitDate }
      : undefined,
} as const;

/** The largest share of a list that is reached, in percent. */
const reached = (taken: Decimal, amount: Decimal, shares: readonly number[]): number | undefined =>
  shares.findLast((share) => compare(times(taken, whole(100)), times(amount, whole(share))) >= 0);

/** What a trip of such a cost does to the ceilings that pay for it: beyond one it is stopped or warned of, as the office says; near one it is told. */
export const ceilingFindings = (
  cny: string | null,
  { facts, policy }: Pick<CheckContext, 'facts' | 'policy'>,
): readonly Finding[] => {
  const cost = decimalOf(cny ?? '') ?? ZERO;
  return rowsAt(facts.lookup(CEILINGS), 'ceilings').flatMap((row): readonly Finding[] => {
    const [amount, before] = [decimalOf(textIn(row['amount'])), decimalOf(textIn(row['taken']))];
    if (!amount || !before) return [];
    const taken = plus(before, cost);
    const name = textIn(row['name']);
    if (compare(taken, amount) > 0)
      return [
        {
          at: ['fundSources'],
          level: policy.flag(key('stop-over-ceiling')) ? 'block' : 'warn',
          message: `“${name}”额度${moneyText(textIn(row['amount']))}元，已支出和预留${moneyText(textIn(row['taken']))}元，加上这次${moneyText(cny ?? '')}元就超过了`,
          en: 'The trip goes beyond the ceiling that pays for it',
          todo: '请调整经费或改期；确需成行的，先由财务部门按程序调整额度',
        },
      ];
    const shares = policy
      .list(key('ceiling-warn'))
      .map(Number)
      .filter((share) => share > 0)
      .toSorted((a, b) => a - b);
    const share = reached(taken, amount, shares);
    return share === undefined
      ? []
      : [
          {
            at: ['fundSources'],
            level: 'warn',
            message: `加上这次，“${name}”额度用到${share}%以上`,
            en: `The ceiling is used to ${share} % and more`,
            todo: '请确认本年度其余出访仍有经费',
          },
        ];
  });
};
