import type { Disclosure } from '@zhitongche/budget';
import { useEffect, useMemo, useReducer } from 'react';
import { call } from '../../api/client.ts';
import type { Reply } from '../../api/types.ts';
import type { Backup } from '../../form/draft-keeper.ts';
import { useKept } from '../../form/use-draft.ts';
import { beginCorrection, correct } from '../correction.ts';

type Preparation = Reply<'preparation'>;

/** Storage of this device for one budget; a full or closed one only means that the server alone keeps it. */
const place = (person: string, id: string): string => `budget-draft:${person}:${id}`;

const backupOf = (name: string): Backup<Disclosure> | undefined => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
    return kept instanceof Object && 'answers' in kept && 'revision' in kept
      ? (kept as Backup<Disclosure>)
      : undefined;
  } catch {
    return undefined;
  }
};

const keep = (name: string, backup: Backup<Disclosure> | null): void => {
  try {
    if (backup) localStorage.setItem(name, JSON.stringify(backup));
    else localStorage.removeItem(name);
  } catch {
    // The server still gets every change.
  }
};

/** A budget being drafted: what it says now, how to change it and go back, and whether it is kept. */
export const usePreparation = (person: string, preparation: Preparation) => {
  const { id, model, revision, savedAt, mine } = preparation;
  const name = place(person, id);
  const draft = useKept<Disclosure>(
    { answers: model, revision, savedAt },
    {
      id: name,
      backup: () => (mine ? backupOf(name) : undefined),
      keep: (backup) => keep(name, backup),
      save: (answers, base, key) =>
        call('savePreparation', { params: { id }, body: { revision: base, model: answers } }, { key }),
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
