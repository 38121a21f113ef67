import { useSyncExternalStore } from 'react';
import { dayText } from './format.ts';

/** Languages of the pages strangers open. */
export type Language = 'zh' | 'en';

const listeners = new Set<() => void>();
let language: Language | undefined;
let both = false;

/** Says that also the pages behind the log-in stand in both languages: those of the public do, the staff's are Chinese. */
export const speakBoth = (): void => {
  both = true;
};
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

/** A calendar day as it is read: `2026年3月10日（周二）`, `10 Mar 2026`. */
export const dayIn = (language: Language, day: string): string => {
  const time = Date.parse(`${day}T12:00:00+08:00`);
  if (language === 'zh' || Number.isNaN(time)) return dayText(day);
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(time);
};

/** Language of a page, and a choice between two texts by it. */
export interface Words {
  readonly language: Language;
  readonly say: (zh: string, en: string) => string;
}

/** The language of the public pages, and a choice between two texts by it. */
export const useWords = (): Words => wordsOf(useSyncExternalStore(heard, current, () => 'zh' as const));

const wordsOf = (now: Language): Words => ({ language: now, say: (zh, en) => (now === 'zh' ? zh : en) });
const inForce = (): Language => (both ? current() : 'zh');

/** The same for pages staff and public share: Chinese wherever the staff's are. */
export const useShared = (): Words => wordsOf(useSyncExternalStore(heard, inForce, () => 'zh' as const));
