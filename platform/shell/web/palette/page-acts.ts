import type { IconName } from '@zhitongche/ui';
import { useEffect, useState, useSyncExternalStore } from 'react';

/** Something that may be done with what is open on the page. */
export interface PageAct {
  readonly key: string;
  readonly label: string;
  /** With what. */
  readonly note?: string;
  readonly icon: IconName;
  /** The key that does the same on the page. */
  readonly keys?: string;
  /** Begins it, as its button on the page does. */
  readonly run: () => void;
}

let offered: ReadonlyMap<symbol, readonly PageAct[]> = new Map();
const listeners = new Set<() => void>();
const change = (next: typeof offered): void => {
  offered = next;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Offers what may be done with what is open here in the box of commands, for as long as it is open. */
export const usePageActs = (acts: readonly PageAct[]): void => {
  const [place] = useState(() => Symbol('place'));
  // Each drawing has acts of its own: what is begun must be what is seen.
  useEffect(() => change(new Map(offered).set(place, acts)));
  useEffect(() => () => change(new Map([...offered].filter(([key]) => key !== place))), [place]);
};

/** What the open page offers, place by place. */
export const useOffered = (): readonly PageAct[] => {
  const now = useSyncExternalStore(subscribe, () => offered);
  return [...now.values()].flat();
};
