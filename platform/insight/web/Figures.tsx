import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Reply } from '@zhitongche/contract/web';
import type { LeadsTo } from './BarChart.tsx';

type Stats = Reply<'stats'>;

const Figure = ({
  label,
  value,
  note,
  leads,
}: {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: string;
  readonly leads?: LeadsTo | undefined;
}) => {
  const inside = (
    <>
      <span className="figure-label">{label}</span>
      <span className="figure-value">{value}</span>
      {note === undefined ? null : <span className="figure-note">{note}</span>}
    </>
  );
  return leads === undefined ? (
    <div className="figure">{inside}</div>
  ) : (
    <Link {...leads} className="figure figure-link">
      {inside}
    </Link>
  );
};

// Rounded down: 100 % is said only when nothing is missing from it.
const share = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${Math.floor((part / whole) * 100)}%`;

/** The figures at a glance; those that count cases lead to exactly these cases. */
export const Figures = ({
  stats,
  mine,
  span,
}: {
  readonly stats: Stats;
  readonly mine: boolean;
  readonly span: { readonly from: string; readonly until: string };
}) => {
  const received = stats.byService.reduce((sum, s) => sum + s.count, 0);
  return (
    <div className="figures">
      {mine ? (
        <Figure
          label="我办理"
          value={stats.handled}
          note="次，点开看是哪些件"
          leads={{ to: '/desk', search: { tab: 'done', ...span } }}
        />
      ) : (
        <Figure
          label="收到"
          value={received}
          note={`件，共办理 ${stats.handled} 次`}
          leads={{ to: '/desk', search: { tab: 'all', ...span } }}
        />
      )}
      <Figure
        label={mine ? '待我办理' : '在办'}
        value={stats.open}
        note="件，此刻"
        leads={mine ? { to: '/desk', search: {} } : undefined}
      />
      <Figure
        label="按时率"
        value={share(stats.onTime, stats.onTime + stats.late + stats.overdue)}
        note={`按时 ${stats.onTime}，超期 ${stats.late}，超期未办 ${stats.overdue}`}
      />
      {mine ? null : <Figure label="退回补正" value={stats.returned} note="次" />}
      <Figure
        label="办理用时（中位数）"
        value={stats.medianDays === null ? '—' : stats.medianDays}
        note={stats.medianDays === null ? '办结后才有' : mine ? '天' : '个工作日'}
      />
      {mine ? null : (
        <Figure
          label="满意率"
          value={share(stats.satisfied, stats.rated)}
          note={`${stats.rated} 件已评价，满意 ${stats.satisfied} 件`}
        />
      )}
    </div>
  );
};
