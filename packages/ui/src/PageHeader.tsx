import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import './PageHeader.css';

/** Head of a page: where one came from, its name, a line about it, and what can be done. */
export const PageHeader = ({
  title,
  intro,
  back,
  children,
}: {
  readonly title: ReactNode;
  readonly intro?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
  readonly children?: ReactNode;
}) => (
  <header className="page-header">
    {back ? (
      <Link className="page-back" to={back.to}>
        <Icon name="chevron-left" />
        {back.label}
      </Link>
    ) : null}
    <div className="page-header-row">
      <h1>{title}</h1>
      {children ? <div className="row">{children}</div> : null}
    </div>
    {intro ? <div className="page-intro">{intro}</div> : null}
  </header>
);
