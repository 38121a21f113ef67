import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import './Empty.css';

/** Nothing here yet: says so, and what to do first (`children` are the ways on). */
export const Empty = ({
  icon = 'inbox',
  title,
  text,
  heading: Heading = 'h2',
  children,
}: {
  readonly icon?: IconName;
  readonly title: string;
  readonly text?: string;
  /** `h1` where nothing else heads the page. */
  readonly heading?: 'h1' | 'h2';
  readonly children?: ReactNode;
}) => (
  <div className="empty">
    <Icon name={icon} size="xl" />
    <Heading className="empty-title">{title}</Heading>
    {text ? <p className="soft">{text}</p> : null}
    {children ? <div className="empty-ways">{children}</div> : null}
  </div>
);
