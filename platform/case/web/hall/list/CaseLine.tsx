import { Link } from '@tanstack/react-router';
import type { CaseRow } from '@zhitongche/contract';
import { Badge, daysSaid, instantShort, clockText, Light } from '@zhitongche/ui';
import { isOver, statusLook } from '../../case/status.ts';
import './CaseLine.css';

/** One of my cases in a list: a line on wide screens, a card on phones. */
export const CaseLine = ({ row }: { readonly row: CaseRow }) => {
  const { tone, text } = statusLook(row, 'hall');
  return (
    <Link to="/hall/cases/$case" params={{ case: row.id }} className="case-line">
      <span className="case-line-main">
        <span className="case-line-title">{row.title || `未命名的${row.serviceName}`}</span>
        <span className="case-line-sub">
          {row.serviceName}
          {row.number ? ` · ${row.number}` : ''}
          {row.facts.slice(0, 3).map((f) => ` · ${daysSaid(f.value)}`)}
        </span>
      </span>
      <span className="case-line-state">
        <Badge tone={tone}>{text}</Badge>
        {row.status === 'draft' || row.stepTitle === text || row.stepTitle === '' ? null : (
          <span className="soft">{row.stepTitle}</span>
        )}
      </span>
      <span className="case-line-clock">
        {clockText(row) === '' || isOver(row.status) ? null : <Light row={row} />}
        <span className="soft">{instantShort(row.updatedAt)} 更新</span>
      </span>
    </Link>
  );
};
