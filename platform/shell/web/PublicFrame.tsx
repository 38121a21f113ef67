import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { atVisit, useRead } from '@zhitongche/contract/web';
import { Mark } from './Mark.tsx';
import { useShellLook } from './use-shell-look.ts';
import './PublicFrame.css';

/** Around pages before log-in: whose they are, the content, ways to the other public pages. */
export const PublicFrame = ({
  children,
  wide = false,
}: {
  readonly children: ReactNode;
  readonly wide?: boolean;
}) => {
  useShellLook('hall');
  const branding = useRead('branding', {}, { staleTime: 3_600_000 });
  return (
    <div className="public-frame">
      <header className="public-head">
        <Link to="/" className="public-brand">
          <Mark />
          <span>
            <strong>{branding.data?.product ?? '直通车'}</strong>
            <span className="public-office">{branding.data?.office}</span>
          </span>
        </Link>
        <nav className="row" aria-label="公共页面">
          <Link to="/verify">
            核验证件 <span lang="en">Verify</span>
          </Link>
          <Link to="/open/budget">
            预算公开 <span lang="en">Budgets</span>
          </Link>
          <Link to="/status">
            查进度 <span lang="en">Progress</span>
          </Link>
          {atVisit ? null : (
            <a href="/visit/login">
              公众登录 <span lang="en">Public</span>
            </a>
          )}
          <Link to="/login">登录</Link>
        </nav>
      </header>
      <main className={wide ? 'public-main public-wide' : 'public-main'} id="main">
        {children}
      </main>
    </div>
  );
};
