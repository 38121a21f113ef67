import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CaseView } from '@zhitongche/contract';
import { Badge, Icon, Light } from '@zhitongche/ui';
import { StatusBadge, UrgentBadge } from '../inbox/StatusBadge.tsx';
import './CaseHead.css';

/** Which case this is: title, service, unit, number, and how it stands. */
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
      <div className="grow">
        <h1 className="case-title">{row.title || '未命名的申报'}</h1>
        <p className="case-facts">
          <span>{row.serviceName}</span>
          <span>{row.unit}</span>
          <span>{row.number ?? '尚未编号'}</span>
          {row.facts.map((f) => (
            <span key={f.label}>
              {f.label} {f.value}
            </span>
          ))}
          {row.round > 1 ? <Badge tone="info">第 {row.round} 次提交</Badge> : null}
        </p>
      </div>
      <UrgentBadge row={row} />
      <StatusBadge row={row} />
      <Light row={row} />
      {children}
    </header>
  );
};
