import { useSyncExternalStore } from 'react';

const narrow = typeof matchMedia === 'undefined' ? undefined : matchMedia('(max-width: 640px)');

/** True on screens up to 640 px wide, where tables become cards and dialogs become sheets. */
export const usePhone = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      narrow?.addEventListener('change', changed);
      return () => narrow?.removeEventListener('change', changed);
    },
    () => narrow?.matches ?? false,
  );
