import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import './Empty.css';

/** Nothing here yet: says so, and what to do first (`children` are the ways on). */
export const Empty = ({
  icon = 'inbox',
  title,
  text,
  children,
}: {
  readonly icon?: IconName;
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}) => (
  <div className="empty">
    <Icon name={icon} size="xl" />
    <h2 className="empty-title">{title}</h2>
    {text ? <p className="soft">{text}</p> : null}
    {children ? <div className="empty-ways">{children}</div> : null}
  </div>
);
