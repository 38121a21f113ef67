import { useSyncExternalStore } from 'react';
import { useMe } from '@zhitongche/shell/web';
import { own } from '@zhitongche/contract/web';
import { type FaultDraft, readFaults } from './faults.ts';

const listeners = new Set<() => void>();
const parsed = new Map<string, { readonly text: string; readonly faults: FaultDraft }>();

const load = (account: string, caseId: string): FaultDraft => {
  const kept = own.read('faults', account, caseId);
  const text = JSON.stringify(kept);
  const known = parsed.get(caseId);
  if (known?.text === text) return known.faults;
  const faults = readFaults(kept);
  parsed.set(caseId, { text, faults });
  return faults;
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The faults the person signed in noted for a case so far, shared by the answers and the act that sends them; an empty list forgets them. */
export const useFaultDraft = (
  caseId: string,
): readonly [faults: FaultDraft, keep: (faults: FaultDraft) => void] => {
  const { id } = useMe();
  const faults = useSyncExternalStore(subscribe, () => load(id, caseId));
  const keep = (next: FaultDraft): void => {
    own.write('faults', id, caseId, next.length === 0 ? null : next);
    for (const listener of listeners) listener();
  };
  return [faults, keep];
};
