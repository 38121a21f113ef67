import { useSyncExternalStore } from 'react';
import { type FaultDraft, readFaults } from './faults.ts';

const keyOf = (caseId: string): string => `faults:${caseId}`;
const listeners = new Set<() => void>();
const parsed = new Map<string, { readonly text: string | null; readonly faults: FaultDraft }>();

const load = (caseId: string): FaultDraft => {
  const text = localStorage.getItem(keyOf(caseId));
  const known = parsed.get(caseId);
  if (known?.text === text) return known.faults;
  const faults = readFaults(text);
  parsed.set(caseId, { text, faults });
  return faults;
};

/** Keeps the faults noted for a case on this device; an empty list forgets them. */
export const keepFaults = (caseId: string, faults: FaultDraft): void => {
  if (faults.length === 0) localStorage.removeItem(keyOf(caseId));
  else localStorage.setItem(keyOf(caseId), JSON.stringify(faults));
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The faults noted for a case so far, shared by the answers and the act that sends them. */
export const useFaultDraft = (caseId: string): FaultDraft =>
  useSyncExternalStore(subscribe, () => load(caseId));
