import { useSyncExternalStore } from 'react';

/** Languages of the public door. */
export type Language = 'zh' | 'en';

const KEY = 'ztc-language';
const listeners = new Set<() => void>();

const stored = (): Language => {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept === 'zh' || kept === 'en') return kept;
  } catch {
    // A browser that keeps nothing still has a language.
  }
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
};

let language: Language | undefined;
const current = (): Language => (language ??= stored());

/** Chooses the language of the public pages on this device. */
export const setLanguage = (next: Language): void => {
  language = next;
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // See above.
  }
  for (const listener of listeners) listener();
};

/** The language of the public pages, and a choice between two texts by it. */
export const useWords = (): {
  readonly language: Language;
  readonly say: (zh: string, en: string) => string;
} => {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current,
    () => 'zh' as const,
  );
  return { language: now, say: (zh, en) => (now === 'zh' ? zh : en) };
};
