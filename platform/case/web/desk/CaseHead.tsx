import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CaseView } from '@zhitongche/contract';
import { Badge, Icon, Light } from '@zhitongche/ui';
import { StatusBadge, UrgentBadge } from '../case/StatusBadge.tsx';
import './CaseHead.css';

/** Which case this is: formal name, number, round, and how it stands; what it comes to says its card. */
export const CaseHead = ({
  view,
  back,
  children,
}: {
  readonly view: CaseView;
  readonly back: boolean;
  readonly children?: ReactNode;
}) => {
  const { row } = view;
  return (
    <header className="case-head">
      {back ? (
        <Link to="/desk" className="case-back" aria-label="回到收件箱" title="回到收件箱（u）">
          <Icon name="arrow-left" />
        </Link>
      ) : null}
      <h1 className="case-title">{row.title || '未命名的申报'}</h1>
      <span className="soft">{row.number ?? '尚未编号'}</span>
      {row.round > 1 ? <Badge tone="info">第 {row.round} 次提交</Badge> : null}
      <span className="grow" />
      <UrgentBadge row={row} />
      <StatusBadge row={row} />
      <Light row={row} />
      {children}
    </header>
  );
};
