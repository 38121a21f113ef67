import { dayInShanghai } from '@zhitongche/base';
import type { Language } from '@zhitongche/ui';

const clock = (iso: string): string => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(11, 16);

/** A span of hours, by the clock in Beijing. */
export const hourSpan = (from: string, to: string): string => `${clock(from)}–${clock(to)}`;

/** The day of an instant in Beijing, as a heading. */
export const dayHeading = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    month: language === 'zh' ? 'numeric' : 'short',
    day: 'numeric',
    weekday: 'short',
  }).format(new Date(`${dayInShanghai(iso)}T12:00:00+08:00`));
