import type { ReactNode } from 'react';
import './Badge.css';

/** What a badge means by its colour; the words say it too. */
export type Tone = 'idle' | 'info' | 'ok' | 'warn' | 'danger' | 'primary';

/** A short word about a thing: its state, a count, a flag. */
export const Badge = ({
  tone = 'idle',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}) => <span className={`badge tone-${tone}`}>{children}</span>;
