import { useSyncExternalStore } from 'react';
import { SCREENS } from './screens.ts';

const screen = (name: keyof typeof SCREENS) => {
  const media = typeof matchMedia === 'undefined' ? undefined : matchMedia(SCREENS[name]);
  return {
    is: (): boolean => media?.matches ?? false,
    subscribe: (changed: () => void): (() => void) => {
      media?.addEventListener('change', changed);
      return () => media?.removeEventListener('change', changed);
    },
  };
};
const phone = screen('phone');
const wide = screen('wide');

/** Whether this screen is a phone's, at this moment; see {@link usePhone}. */
export const isPhone = phone.is;

/** True on the screen of a phone, where tables become cards and dialogs become sheets. */
export const usePhone = (): boolean => useSyncExternalStore(phone.subscribe, phone.is);

/** True on a screen with room for three columns, where what is opened stands beside its list. */
export const useWide = (): boolean => useSyncExternalStore(wide.subscribe, wide.is);
