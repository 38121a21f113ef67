import type { Disclosure } from '@zhitongche/budget';
import { useEffect, useMemo, useReducer } from 'react';
import { call, type Reply } from '@zhitongche/contract/web';
import { backupOf, keepBackup, useKept } from '@zhitongche/form/web';
import { beginCorrection, correct } from '../correction.ts';

type Preparation = Reply<'preparation'>;

/** A budget being drafted: what it says now, how to change it and go back, and whether it is kept. */
export const usePreparation = (person: string, preparation: Preparation) => {
  const { id, model, revision, savedAt, mine } = preparation;
  const draft = useKept<Disclosure>(
    { answers: model, revision, savedAt },
    {
      id: `${person} ${id}`,
      backup: () => (mine ? backupOf('budget-draft', person, id) : undefined),
      keep: (backup) => keepBackup('budget-draft', person, id, backup),
      save: (answers, base, key) =>
        call(
          'savePreparation',
          { params: { id }, body: { revision: base, model: answers } },
          { key, by: person },
        ),
    },
  );
  const { keeper } = draft;
  const begun = useMemo(() => beginCorrection(keeper.state.answers, []), [keeper]);
  const [correction, step] = useReducer(correct, begun);
  useEffect(() => {
    if (mine) keeper.edit(correction.model);
  }, [correction.model, keeper, mine]);
  return { correction, step, draft };
};
