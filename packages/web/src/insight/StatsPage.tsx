import { Link } from '@tanstack/react-router';
import { keepPreviousData } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useRead } from '../api/queries.ts';
import type { Reply } from '../api/types.ts';
import type { InboxSearch } from '../desk/inbox/inbox-search.ts';
import { Empty } from '../ui/Empty.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useToday } from '../ui/today.ts';
import { everyDay, periodOf, PERIODS, type Period } from './period.ts';
import '../ui/Field.css';
import './StatsPage.css';

const DayChart = lazy(() => import('./DayChart.tsx').then((m) => ({ default: m.DayChart })));
const BarChart = lazy(() => import('./BarChart.tsx').then((m) => ({ default: m.BarChart })));

type Stats = Reply<'stats'>;

/** My work and the office's in figures; every figure leads to the cases behind it. */
export const StatsPage = () => {
  const [of, setOf] = useState<'me' | 'office'>('me');
  const [period, setPeriod] = useState<Period>('month');
  const range = periodOf(period, useToday());
  const { data, error, refetch } = useRead(
    'stats',
    { query: { of, ...range } },
    { placeholderData: keepPreviousData },
  );
  return (
    <div className="desk-page">
      <PageHeader title="统计">
        <select
          className="input stats-pick"
          aria-label="谁的"
          value={of}
          onChange={(e) => setOf(e.target.value === 'me' ? 'me' : 'office')}
        >
          <option value="me">我的</option>
          <option value="office">本机构</option>
        </select>
        <select
          className="input stats-pick"
          aria-label="时间范围"
          value={period}
          onChange={(e) => setPeriod(PERIODS.find((p) => p.key === e.target.value)?.key ?? 'month')}
        >
          {PERIODS.map((p) => (
            <option key={p.key} value={p.key}>
              {p.label}
            </option>
          ))}
        </select>
      </PageHeader>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton lines={4} shape="cards" />
      ) : (
        <Figures stats={data} mine={of === 'me'} range={range} />
      )}
    </div>
  );
};

const Figure = ({
  label,
  value,
  note,
  search,
}: {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: string;
  readonly search?: InboxSearch;
}) => {
  const inside = (
    <>
      <span className="figure-label">{label}</span>
      <span className="figure-value">{value}</span>
      {note === undefined ? null : <span className="figure-note">{note}</span>}
    </>
  );
  return search === undefined ? (
    <div className="figure">{inside}</div>
  ) : (
    <Link to="/desk" search={search} className="figure figure-link">
      {inside}
    </Link>
  );
};

const share = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${Math.round((part / whole) * 100)}%`;

const Figures = ({
  stats,
  mine,
  range,
}: {
  readonly stats: Stats;
  readonly mine: boolean;
  readonly range: ReturnType<typeof periodOf>;
}) => {
  const closed = stats.onTime + stats.late;
  const done: InboxSearch = { tab: mine ? 'done' : 'all' };
  return (
    <div className="stack">
      <div className="figures">
        <Figure label="已办" value={stats.handled} search={done} />
        <Figure label="在办" value={stats.open} search={mine ? {} : { tab: 'all', status: 'running' }} />
        <Figure
          label="按时率"
          value={share(stats.onTime, closed)}
          note={`按时 ${stats.onTime}，超期 ${stats.late}`}
        />
        <Figure label="退回补正" value={stats.returned} search={{ tab: 'all', status: 'correcting' }} />
        <Figure
          label="办理用时（中位数）"
          value={stats.medianDays === null ? '—' : `${stats.medianDays}`}
          note={stats.medianDays === null ? '办结后才有' : '个工作日'}
        />
        <Figure label="满意率" value={share(stats.satisfied, stats.rated)} note={`${stats.rated} 件已评价`} />
      </div>
      <Suspense fallback={<Skeleton lines={6} />}>
        <section className="card stack" aria-labelledby="by-day">
          <h2 id="by-day">每天收到与办出</h2>
          {stats.byDay.length === 0 ? (
            <Empty icon="chart" title="这段时间没有办件" />
          ) : (
            <DayChart days={everyDay(stats.byDay, range)} />
          )}
        </section>
        <div className="stats-two">
          <section className="card stack" aria-labelledby="by-step">
            <h2 id="by-step">各环节在办</h2>
            {stats.byStep.length === 0 ? (
              <p className="soft">现在没有在办的件。</p>
            ) : (
              <table className="stats-table">
                <thead>
                  <tr>
                    <th scope="col">环节</th>
                    <th scope="col" className="number">
                      在办（件）
                    </th>
                    <th scope="col" className="number">
                      用时中位数（工作日）
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {stats.byStep.map((s) => (
                    <tr key={s.step}>
                      <th scope="row">{s.title}</th>
                      <td className="number">{s.open}</td>
                      <td className="number">{s.medianDays ?? '—'}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
          <section className="card stack" aria-labelledby="by-country">
            <h2 id="by-country">出访国家和地区</h2>
            {stats.byCountry.length === 0 ? (
              <p className="soft">这段时间没有出访任务。</p>
            ) : (
              <BarChart
                label="各国家和地区的团组数"
                unit="个团组"
                bars={stats.byCountry.slice(0, 12).map((c) => ({
                  key: c.country,
                  name: c.country,
                  value: c.trips,
                  note: `${c.persons} 人次`,
                  search: { tab: 'all', q: c.country },
                }))}
              />
            )}
          </section>
        </div>
        {stats.byService.length > 0 ? (
          <section className="card stack" aria-labelledby="by-service">
            <h2 id="by-service">按事项</h2>
            <BarChart
              label="各事项的办件数"
              unit="件"
              bars={stats.byService.map((s) => ({
                key: s.service,
                name: s.name,
                value: s.count,
                search: { tab: 'all', service: s.service },
              }))}
            />
          </section>
        ) : null}
      </Suspense>
    </div>
  );
};
