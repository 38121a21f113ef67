import { useSyncExternalStore } from 'react';
import { SCREENS } from './screens.ts';

const narrow = typeof matchMedia === 'undefined' ? undefined : matchMedia(SCREENS.phone);

/** Whether this screen is a phone's, at this moment; see {@link usePhone}. */
export const isPhone = (): boolean => narrow?.matches ?? false;

/** True on the screen of a phone, where tables become cards and dialogs become sheets. */
export const usePhone = (): boolean =>
  useSyncExternalStore((changed) => {
    narrow?.addEventListener('change', changed);
    return () => narrow?.removeEventListener('change', changed);
  }, isPhone);
