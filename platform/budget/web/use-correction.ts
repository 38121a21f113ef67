import { openFindings, reconcile, standingFindings, unsoundCells } from '@zhitongche/budget';
import { useMemo, useReducer } from 'react';
import { beginCorrection, correct } from './correction.ts';
import { useUnsaved } from './use-unsaved.ts';
import type { Work } from './work.ts';

/** A disclosure being corrected: what is no figure yet, what is still open, and the proof of what stands. */
export const useCorrection = ({ model: read, findings, settled: before }: Work) => {
  const [correction, step] = useReducer(correct, null, () => beginCorrection(read, before));
  const { model, settled } = correction;
  const unsound = useMemo(() => unsoundCells(model), [model]);
  const proof = useMemo(
    () => (unsound.length > 0 ? null : reconcile(model, standingFindings(findings, settled))),
    [model, unsound, findings, settled],
  );
  return {
    correction,
    step,
    unsound,
    /** Null while a cell holds no figure. */
    proof,
    open: openFindings(findings, settled),
    /** Says that what is here now is saved. */
    saved: useUnsaved(correction),
  };
};
