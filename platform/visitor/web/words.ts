import { useSyncExternalStore } from 'react';

/** Languages of the public door. */
export type Language = 'zh' | 'en';

const listeners = new Set<() => void>();
let language: Language | undefined;
/** What the browser speaks, until somebody chooses or an account says otherwise. */
const current = (): Language => language ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');

const put = (next: Language): void => {
  language = next;
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
  for (const listener of listeners) listener();
};

/** Chooses the language of the public pages; an account's own is taken up where nobody has chosen yet. */
export const setLanguage = (next: Language, byChoice = true): void => {
  if (byChoice || language === undefined) put(next);
};

const heard = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The language of the public pages, and a choice between two texts by it. */
export const useWords = (): {
  readonly language: Language;
  readonly say: (zh: string, en: string) => string;
} => {
  const now = useSyncExternalStore(heard, current, () => 'zh' as const);
  return { language: now, say: (zh, en) => (now === 'zh' ? zh : en) };
};
