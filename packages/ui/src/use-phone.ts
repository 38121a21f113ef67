import { useSyncExternalStore } from 'react';

const narrow = typeof matchMedia === 'undefined' ? undefined : matchMedia('(max-width: 640px)');

/** Whether this screen is a phone's, at this moment; see {@link usePhone}. */
export const isPhone = (): boolean => narrow?.matches ?? false;

/** True on screens up to 640 px wide, where tables become cards and dialogs become sheets. */
export const usePhone = (): boolean =>
  useSyncExternalStore((changed) => {
    narrow?.addEventListener('change', changed);
    return () => narrow?.removeEventListener('change', changed);
  }, isPhone);
