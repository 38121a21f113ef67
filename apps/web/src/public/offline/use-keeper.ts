import { useSyncExternalStore } from 'react';

// Absent over plain http, whatever the types say.
const workers = (): ServiceWorkerContainer | undefined =>
  'serviceWorker' in navigator ? navigator.serviceWorker : undefined;

const subscribe = (changed: () => void): (() => void) => {
  workers()?.addEventListener('controllerchange', changed);
  return () => workers()?.removeEventListener('controllerchange', changed);
};

/** Whether the service worker answers for this page, so that what it loads is kept for when there is no network. */
export const useKeeper = (): boolean =>
  useSyncExternalStore(subscribe, () => (workers()?.controller ?? null) !== null);
