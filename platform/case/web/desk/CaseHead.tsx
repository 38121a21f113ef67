import { Link } from '@tanstack/react-router';
import type { Service } from '@zhitongche/case';
import type { ReactNode } from 'react';
import type { CaseView } from '@zhitongche/contract';
import { Badge, cx, Icon, Light } from '@zhitongche/ui';
import { StatusBadge, UrgentBadge } from '../case/StatusBadge.tsx';
import { FirstFacts } from './FirstFacts.tsx';
import { factsInOrder } from './first-facts.ts';
import './CaseHead.css';

/** Which case this is: title, what it comes to, service, unit, number, and how it stands. */
export const CaseHead = ({
  view,
  service,
  back,
  children,
}: {
  readonly view: CaseView;
  readonly service: Service;
  readonly back: boolean;
  readonly children?: ReactNode;
}) => {
  const { row } = view;
  const { sentence, rest } = factsInOrder(view, service);
  return (
    <header className="case-head">
      {back ? (
        <Link to="/desk" className="case-back" aria-label="回到收件箱" title="回到收件箱（u）">
          <Icon name="arrow-left" />
        </Link>
      ) : null}
      <div className="grow">
        <h1 className={cx('case-title', sentence !== '' && 'case-title-second')}>
          {row.title || '未命名的申报'}
        </h1>
        <FirstFacts view={view} service={service} />
        <p className="case-facts">
          <span>{row.serviceName}</span>
          <span>{row.unit}</span>
          <span>{row.number ?? '尚未编号'}</span>
          {rest.map((f) => (
            <span key={f.label}>
              {f.label} {f.value}
              {f.note === undefined ? null : <span className="fact-note">（{f.note}）</span>}
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
