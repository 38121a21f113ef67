import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { cx, Icon, useShared } from '@zhitongche/ui';
import { AccountMenu } from './AccountMenu.tsx';
import { Mark } from './Mark.tsx';
import type { NavItem } from './nav-item.ts';
import { PaletteButton } from './palette/PaletteButton.tsx';
import { useShellLook } from './use-shell-look.ts';
import './Frame.css';

/** What a shell puts around its pages: name, ways, account; on phones a bar at the bottom. */
export const Frame = ({
  shell,
  name,
  nav,
  tools,
  children,
}: {
  /** `hall` has its ways on top and room to read; `desk` has them at the side and is dense. */
  readonly shell: 'hall' | 'desk';
  readonly name: string;
  readonly nav: readonly NavItem[];
  /** Search and the like, in the head. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}) => {
  const { say } = useShared();
  const wide = nav.filter((n) => n.bar !== 'only');
  useShellLook(shell);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const first = useRef(true);
  useEffect(() => {
    // A new page is announced by moving focus to it; not on the first load, where the browser does.
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [pathname]);
  return (
    <div className={cx('frame', `frame-${shell}`)}>
      <a className="skip-link" href="#main">
        {say('跳到正文', 'Skip to the content')}
      </a>
      <header className="frame-head no-print">
        <Link to="/" className="frame-brand">
          <Mark />
          <span className="frame-name">{say('直通车', 'Zhitongche')}</span>
          <span className="frame-shell">{name}</span>
        </Link>
        {shell === 'hall' ? <Ways nav={wide} place="top" /> : null}
        <div className="frame-tools">
          <PaletteButton shell={shell} nav={wide} />
          {tools}
        </div>
        <AccountMenu />
      </header>
      <div className="frame-body">
        {shell === 'desk' ? <Ways nav={wide} place="side" /> : null}
        <main id="main" className="frame-main" tabIndex={-1} ref={main}>
          {children}
        </main>
      </div>
      <Ways nav={nav.filter((n) => n.bar !== false).slice(0, 5)} place="bar" />
    </div>
  );
};

const Ways = ({
  nav,
  place,
}: {
  readonly nav: readonly NavItem[];
  readonly place: 'top' | 'side' | 'bar';
}) => {
  const { say } = useShared();
  return (
    <nav
      className={`ways ways-${place} no-print`}
      aria-label={place === 'bar' ? say('底部导航', 'Navigation below') : say('主导航', 'Navigation')}
    >
      {nav.map((n) => (
        <Link key={n.to} to={n.to} className="way" activeOptions={{ exact: n.exact ?? false }}>
          <span className="way-icon">
            <Icon name={n.icon} />
          </span>
          <span>{n.label}</span>
          {n.count ? (
            <span className="way-count">
              {n.count > 999 ? '999+' : n.count}
              <span className="visually-hidden">{say(' 件', ' new')}</span>
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  );
};
