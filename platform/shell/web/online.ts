import { useSyncExternalStore } from 'react';

const subscribe = (changed: () => void): (() => void) => {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
};

/** True while the browser believes it has a network; a call may still fail. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);
