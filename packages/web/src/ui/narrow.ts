import { useSyncExternalStore } from 'react';

const phone = matchMedia('(max-width: 640px)');

const subscribe = (changed: () => void): (() => void) => {
  phone.addEventListener('change', changed);
  return () => phone.removeEventListener('change', changed);
};

/** True on a phone-sized screen, which gets layouts of its own. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => phone.matches);
