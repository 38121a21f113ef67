import { undrawableIn } from '@zhitongche/case';
import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { useDraws } from '@zhitongche/form/web';
import { useMe } from '@zhitongche/shell/web';
import { useState } from 'react';
import { actDraftOf, isDraftOf, keepActDraft, putActAside } from './act-draft.ts';
import { type ActInput, missingFor, NO_INPUT } from './act-needs.ts';
import { useFaultDraft } from './fault-draft.ts';
import { addFault } from './faults.ts';
import type { ActStart } from './act-start.ts';

/** What is being filled in for an act, kept on this device until it is sent; with all that is missing. */
export const useActInput = (act: OpenActShape, view: CaseView, start: ActStart | undefined) => {
  const { id } = useMe();
  const [drafted, keepFaults] = useFaultDraft(view.row.id);
  // What other desks handed on stands below what was noted here, until somebody changes the list.
  const [taken, setTaken] = useState(false);
  const faults = taken ? drafted : act.faults.reduce(addFault, drafted);
  const failed = view.papers.filter((p) => p.status === 'failed');
  const [typed, setTyped] = useState<ActInput>(() => {
    const draft = actDraftOf(id, view.row.id);
    const from = isDraftOf(draft, act)
      ? draft.input
      : {
          ...NO_INPUT,
          step: act.steps[0]?.step ?? null,
          strands: act.strands?.ids.length === 1 ? act.strands.ids : [],
          paper: failed.length === 1 ? (failed[0]?.paper ?? null) : null,
        };
    return { ...from, data: { ...from.data, ...start?.data }, opinion: start?.opinion ?? from.opinion };
  });
  const keep = (next: ActInput): void =>
    keepActDraft(id, view.row.id, {
      act: act.act,
      seat: act.seat,
      // What the page knew of it is asked of the page again.
      open: start?.data === undefined,
      input: { ...next, faults: [] },
    });
  const draws = useDraws();
  const input: ActInput = { ...typed, faults };
  return {
    input,
    set: (change: Partial<ActInput>): void => {
      const next = { ...typed, ...change };
      setTyped(next);
      keep(next);
    },
    setFaults: (next: ActInput['faults']): void => {
      keepFaults(next);
      keep(typed);
      setTaken(true);
    },
    /** It was sent: nothing of it is kept any more. */
    sent: (): void => {
      keepActDraft(id, view.row.id, null);
      if (act.kind === 'correct') keepFaults([]);
    },
    putAside: (): void => putActAside(id, view.row.id),
    missing: missingFor(act, input),
    /** Words no paper can print. */
    unprinted: draws ? undrawableIn(input, draws) : [],
  };
};
