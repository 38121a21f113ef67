import type { Problem } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import type { MoneyMove } from '@zhitongche/money';
import type { Command } from '../command.ts';
import type { Opening } from '../open-acts.ts';
import { opinionIn } from '../payload.ts';
import type { CaseState } from '../state.ts';
import { moneyMoved } from './move-money.ts';

/** What an act at a payment step writes of the money, or what stands in its way; nothing for other acts. */
export const amountMoved = (
  { money }: CaseState,
  opening: Opening,
  command: Command,
  data: Answers | undefined,
  today: string,
): { readonly told?: MoneyMove; readonly problems: readonly Problem[] } => {
  const act = opening.def?.money;
  if (act === undefined) return { problems: [] };
  const moved = moneyMoved(money, act, { data, opinion: opinionIn(opening, command), today });
  return 'move' in moved ? { told: moved, problems: [] } : { problems: moved };
};
