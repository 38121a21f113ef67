import type { Command, OutsideReply } from './command.ts';
import type { Draws, Problem } from '@zhitongche/base';
import { undrawable } from '@zhitongche/form';

/** What an act puts on record in words; a browser may hold only half of it yet. */
type ActWords = Pick<Command, 'opinion' | 'faults'> & { readonly reply?: Partial<OutsideReply> };

/** The words an act puts on record, which papers may print, as far as they cannot be drawn. */
export const undrawableIn = (command: ActWords, draws: Draws): readonly Problem[] => {
  const { opinion, faults = [], reply } = command;
  const texts: readonly (readonly [Problem['at'], string, string, string | undefined])[] = [
    [['opinion'], '意见', 'The opinion', opinion],
    ...faults.flatMap(
      ({ message, basis }, i) =>
        [
          [['faults', i, 'message'], '补正事项', 'The fault', message],
          [['faults', i, 'basis'], '补正依据', 'The basis', basis],
        ] as const,
    ),
    [['reply', 'number'], '批复文号', 'The number of the reply', reply?.number],
    [['reply', 'authority'], '批复机关', 'The authority', reply?.authority],
  ];
  return texts.flatMap(([at, label, en, text]) => {
    const problem = undrawable(label, en, text ?? '', draws);
    return problem ? [{ ...problem, at }] : [];
  });
};
