import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Reply } from '@zhitongche/contract/web';
import type { LeadsTo } from './BarChart.tsx';
import { type Lead, officeLeads, ownLeads } from './leads.ts';

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

interface Shown {
  readonly stats: Stats;
  readonly span: { readonly from: string; readonly until: string };
}

const Counted = ({
  label,
  note,
  lead,
}: {
  readonly label: string;
  readonly note: string;
  readonly lead: Lead;
}) => (
  <Figure label={label} value={lead.count} note={note} leads={{ to: '/desk', search: { ...lead.search } }} />
);

const OwnFigures = ({ stats, span }: Shown) => {
  const { cases, open, overdue } = ownLeads(stats, span);
  return (
    <>
      <Counted label="我办理" note={`件，共 ${stats.handled} 次`} lead={cases} />
      <Counted label="待我办理" note="件，此刻" lead={open} />
      <Counted label="待我办理，已超期" note="件，此刻" lead={overdue} />
    </>
  );
};

const OfficeFigures = ({ stats, span }: Shown) => {
  const { received, open, overdue } = officeLeads(stats, span);
  return (
    <>
      <Counted label="收到" note={`件，共办理 ${stats.handled} 次`} lead={received} />
      <Counted label="在办" note="件，此刻" lead={open} />
      <Counted label="在办，已超期" note="件，此刻" lead={overdue} />
    </>
  );
};

/** The figures at a glance; those that count cases lead to exactly these cases. */
export const Figures = ({ stats, mine, span }: Shown & { readonly mine: boolean }) => {
  return (
    <div className="figures">
      {mine ? <OwnFigures stats={stats} span={span} /> : <OfficeFigures stats={stats} span={span} />}
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
