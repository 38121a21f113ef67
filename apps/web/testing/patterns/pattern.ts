import type { Problem } from '@zhitongche/base';
import type { ReactNode } from 'react';

/** A component in each of its states. */
export interface Pattern {
  /** The component by its name. */
  readonly of: string;
  readonly states: Readonly<Record<string, () => ReactNode>>;
}

/** A problem of a level, as the rules find it. */
export const problem = (level: Problem['level'], message: string, more: Partial<Problem> = {}): Problem => ({
  code: `pattern.${level}`,
  level,
  at: ['field'],
  message,
  en: message,
  ...more,
});

/** Nothing happens here. */
export const idle = (): void => undefined;
