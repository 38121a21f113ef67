import type { ReactNode } from 'react';
import type { Tone } from './Badge.tsx';
import { Icon, type IconName } from './Icon.tsx';
import './Notice.css';

const ICONS: Record<Tone, IconName> = {
  idle: 'info',
  primary: 'info',
  info: 'info',
  ok: 'check-circle',
  warn: 'alert',
  danger: 'alert',
};

/** A standing remark within a page; `live` when it appears because of something just done. */
export const Notice = ({
  tone = 'info',
  title,
  live = false,
  children,
}: {
  readonly tone?: Tone;
  readonly title?: string;
  readonly live?: boolean;
  readonly children?: ReactNode;
}) => (
  <div className={`notice tone-${tone}`} {...(live ? { role: 'alert' } : {})}>
    <Icon name={ICONS[tone]} />
    <div className="notice-body">
      {title ? <p className="notice-title">{title}</p> : null}
      {children}
    </div>
  </div>
);
