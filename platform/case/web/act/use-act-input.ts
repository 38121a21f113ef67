import { undrawableIn } from '@zhitongche/case';
import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { useDraws } from '@zhitongche/form/web';
import { useState } from 'react';
import { type ActInput, missingFor, NO_INPUT } from './act-needs.ts';
import { useFaultDraft } from './fault-draft.ts';
import { addFault } from './faults.ts';
import type { ActStart } from './act-start.ts';

/** What is being filled in for an act: kept while the dialog is open, the faults beyond that; with all that is missing. */
export const useActInput = (act: OpenActShape, view: CaseView, start: ActStart | undefined) => {
  const [drafted, keepFaults] = useFaultDraft(view.row.id);
  // What other desks handed on stands below what was noted here, until somebody changes the list.
  const [taken, setTaken] = useState(false);
  const faults = taken ? drafted : act.faults.reduce(addFault, drafted);
  const failed = view.papers.filter((p) => p.status === 'failed');
  const [typed, setTyped] = useState<ActInput>(() => ({
    ...NO_INPUT,
    step: act.steps[0]?.step ?? null,
    data: start?.data ?? {},
    opinion: start?.opinion ?? '',
    strands: act.strands?.ids.length === 1 ? act.strands.ids : [],
    paper: failed.length === 1 ? (failed[0]?.paper ?? null) : null,
  }));
  const draws = useDraws();
  const input: ActInput = { ...typed, faults };
  return {
    input,
    set: (change: Partial<ActInput>): void => setTyped({ ...typed, ...change }),
    setFaults: (next: ActInput['faults']): void => {
      keepFaults(next);
      setTaken(true);
    },
    forgetFaults: (): void => keepFaults([]),
    missing: missingFor(act, input),
    /** Words no paper can print. */
    unprinted: draws ? undrawableIn(input, draws) : [],
  };
};
