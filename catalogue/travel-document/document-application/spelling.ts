import { isJsonObject } from '@zhitongche/base';
import type { Facts } from '@zhitongche/form';
import { rowsAt, textIn } from '../../shared/lookup-rows.ts';

/** Asks how the holder's name is spelled by the rule. */
export const SPELLING_OF = 'name-spelling';

/** A name as the rule spells it, and how else families spell it. */
export interface Suggested {
  readonly spelled: string;
  readonly others: readonly string[];
}

/** What the rule suggests; nothing where nobody was asked, or the name is none of Han characters. */
export const suggestedIn = (facts: Facts): Suggested | undefined => {
  const answer = facts.lookup(SPELLING_OF);
  const spelled = answer !== undefined && isJsonObject(answer) ? textIn(answer['spelled']) : '';
  return spelled === ''
    ? undefined
    : { spelled, others: rowsAt(answer, 'others').map((row) => textIn(row['spelled'])) };
};
