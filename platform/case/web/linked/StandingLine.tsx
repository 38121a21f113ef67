import type { ReactNode } from 'react';
import { Badge, type Tone } from '@zhitongche/ui';
import './StandingLine.css';

/** One thing that stands somewhere: its name, where it stands, and beneath it what belongs to that, as room allows. */
export const StandingLine = ({
  label,
  tone,
  words,
  children,
}: {
  readonly label: ReactNode;
  readonly tone: Tone;
  /** Where it stands. */
  readonly words: string;
  readonly children: ReactNode;
}) => (
  <li className="standing-line">
    <span>{label}</span>
    <Badge tone={tone}>{words}</Badge>
    <div className="standing-more">{children}</div>
  </li>
);
