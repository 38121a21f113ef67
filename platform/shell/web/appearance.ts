import { own } from '@zhitongche/contract/web';
import { useSyncExternalStore } from 'react';

/** Light or dark as chosen, or as the device says. */
export type Theme = 'system' | 'light' | 'dark';
/** Ordinary or large type (大字模式). */
export type TypeSize = 'normal' | 'large';
interface Appearance {
  readonly theme: Theme;
  readonly size: TypeSize;
}

const dark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

const stored = (): Appearance => {
  const value = own.look();
  const has = (k: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, k) : undefined;
  const theme = has('theme');
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    size: has('size') === 'large' ? 'large' : 'normal',
  };
};
let now = stored();

const apply = (): void => {
  const { dataset } = document.documentElement;
  dataset['theme'] = now.theme === 'system' ? (dark.matches ? 'dark' : 'light') : now.theme;
  dataset['size'] = now.size;
};

/** Puts the remembered appearance on the page and follows the device from then on. */
export const startAppearance = (): void => {
  apply();
  dark.addEventListener('change', apply);
};

/** Changes and remembers the appearance on this device. */
export const setAppearance = (change: Partial<Appearance>): void => {
  now = { ...now, ...change };
  own.keepLook(now);
  apply();
  for (const listener of listeners) listener();
};

/** The appearance chosen on this device. */
export const useAppearance = (): Appearance =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => now,
  );
