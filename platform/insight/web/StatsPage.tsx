import { useNavigate, useSearch } from '@tanstack/react-router';
import { keepPreviousData } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useRead, type Reply } from '@zhitongche/contract/web';
import { Empty, ErrorState, PageHeader, Skeleton, useToday, lazily } from '@zhitongche/ui';
import { Figures } from './Figures.tsx';
import { serviceLead } from './leads.ts';
import { everyDay, periodOf, PERIODS, readable } from './period.ts';
import { readStatsSearch } from './stats-search.ts';
import { StepTable } from './StepTable.tsx';
import '@zhitongche/ui/Field.css';
import './StatsPage.css';

const DayChart = lazily(() => import('./DayChart.tsx').then((m) => m.DayChart));
const BarChart = lazily(() => import('./BarChart.tsx').then((m) => m.BarChart));

type Stats = Reply<'stats'>;
type Span = ReturnType<typeof periodOf>;

/** My work and the office's in figures; every figure leads to the cases behind it. */
export const StatsPage = () => {
  const search = readStatsSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const { of = 'me', period = 'month' } = search;
  const go = (change: Readonly<Record<string, string>>): void =>
    void navigate({ to: '/insight/stats', search: readStatsSearch({ ...search, ...change }), replace: true });
  const range = periodOf(period, useToday());
  const { data, error, refetch } = useRead(
    'stats',
    { query: { of, ...range } },
    { placeholderData: keepPreviousData },
  );
  return (
    <div className="desk-page stats">
      <PageHeader title="统计">
        <select
          className="input stats-pick"
          aria-label="谁的"
          value={of}
          onChange={(e) => go({ of: e.target.value })}
        >
          <option value="me">我的</option>
          <option value="office">本机构</option>
        </select>
        <select
          className="input stats-pick"
          aria-label="时间范围"
          value={period}
          onChange={(e) => go({ period: e.target.value })}
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
        <Report stats={data} mine={of === 'me'} span={range} />
      )}
    </div>
  );
};

const Report = ({
  stats,
  mine,
  span,
}: {
  readonly stats: Stats;
  readonly mine: boolean;
  readonly span: Span;
}) => {
  const days = readable(everyDay(stats.byDay, span));
  const monthly = days[0]?.day.length === '2026-01'.length;
  return (
    <div className="stack">
      <Figures stats={stats} mine={mine} span={span} />
      {mine ? null : (
        <p className="soft">件数是您有权查看的办件，点开就是这些；次数、用时和满意率按本机构全部办件统计。</p>
      )}
      <Suspense fallback={<Skeleton lines={6} />}>
        <section className="card stack" aria-labelledby="by-day">
          <h2 id="by-day">
            {monthly ? '每月' : '每天'}
            {mine ? '办理' : '收到与办理'}
          </h2>
          {stats.byDay.length === 0 ? (
            <Empty icon="chart" title="这段时间没有办件" text="换一个时间范围，或看“本机构”。" />
          ) : (
            <DayChart days={days} received={!mine} />
          )}
        </section>
        {mine ? null : <OfficeParts stats={stats} span={span} />}
      </Suspense>
    </div>
  );
};

/** What only makes sense for the whole office: where cases stand, where people go, what comes in. */
const OfficeParts = ({ stats, span }: { readonly stats: Stats; readonly span: Span }) => (
  <>
    <div className="stats-two">
      <section className="card stack" aria-labelledby="by-step">
        <h2 id="by-step">各环节在办</h2>
        <StepTable steps={stats.byStep} />
      </section>
      {stats.countriesOf ? <Countries stats={stats} of={stats.countriesOf} span={span} /> : null}
    </div>
    {stats.byService.length > 0 ? (
      <section className="card stack" aria-labelledby="by-service">
        <h2 id="by-service">按事项收到</h2>
        <BarChart
          label="各事项收到的办件数"
          unit="件"
          bars={stats.byService.map((s) => ({
            key: s.service,
            name: s.name,
            value: s.count,
            leads: { to: '/desk', search: { ...serviceLead(s, span).search } },
          }))}
        />
      </section>
    ) : null}
  </>
);

/** Where people go, as the register a folder has summed tells it. */
const Countries = ({
  stats,
  of,
  span,
}: {
  readonly stats: Stats;
  readonly of: NonNullable<Stats['countriesOf']>;
  readonly span: Span;
}) => (
  <section className="card stack" aria-labelledby="by-country">
    <h2 id="by-country">{of.title}</h2>
    {stats.byCountry.length === 0 ? (
      <p className="soft">{of.none}</p>
    ) : (
      <BarChart
        label={of.title}
        unit={of.unit}
        bars={stats.byCountry.slice(0, 12).map((c) => ({
          key: c.country,
          name: c.country,
          value: c.trips,
          note: `${c.persons} 人次`,
          leads: {
            to: '/insight/registers/$register',
            params: { register: of.register },
            search: { q: c.country, ...span },
          },
        }))}
      />
    )}
  </section>
);
