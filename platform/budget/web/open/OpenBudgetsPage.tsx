import { Link } from '@tanstack/react-router';
import { type ReactNode, Suspense, useMemo } from 'react';
import { urlOf, useRead } from '@zhitongche/contract/web';
import { PublicFrame } from '@zhitongche/shell/web';
import { Async, Empty, amountText, DownloadButton, Skeleton, lazily } from '@zhitongche/ui';
import type { BarSeries } from './BarsChart.tsx';
import { functionShares, MEASURES, type MeasureGroup, type OpenRow, shortName } from './comparison.ts';
import { CountsLine } from './CountsLine.tsx';
import './Open.css';

const BarsChart = lazily(() => import('./BarsChart.tsx').then((m) => m.BarsChart));

/** Published budgets for everybody: who published what, departments side by side, the same as open data. */
export const OpenBudgetsPage = () => {
  const list = useRead('openBudgets', {});
  return (
    <PublicFrame wide>
      <div className="stack stack-wide open">
        <header className="stack stack-tight">
          <h1>部门预算公开</h1>
          <p lang="en" className="open-en">
            Published department budgets
          </p>
          <p className="soft">
            各部门按《预算法》第十四条公开的预算，数字照原文，另附勾稽核对的结果。没有公开的数字不推算，以“—”表示。
          </p>
        </header>
        <Async query={list}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty icon="table" title="还没有公开的预算" />
            ) : (
              <>
                <Departments rows={rows} />
                <Comparison rows={rows} />
              </>
            )
          }
        </Async>
      </div>
    </PublicFrame>
  );
};

const Departments = ({ rows }: { readonly rows: readonly OpenRow[] }) => (
  <section className="stack" aria-labelledby="departments">
    <Heading id="departments" zh="各部门" en="Departments" />
    <ul className="open-cards">
      {rows.map((row) => (
        <li key={row.id} className="card stack stack-tight">
          <h3>
            <Link to="/open/budget/$id" params={{ id: row.id }}>
              {row.department} {row.year}年
            </Link>
          </h3>
          <p>
            支出总计{' '}
            <strong>{row.profile.total === null ? '—' : `${amountText(row.profile.total)} 万元`}</strong>
          </p>
          <CountsLine counts={row.counts} />
        </li>
      ))}
    </ul>
  </section>
);

const Comparison = ({ rows }: { readonly rows: readonly OpenRow[] }) => {
  const names = useMemo(() => rows.map((row) => `${shortName(row.department)} ${row.year ?? ''}`), [rows]);
  const drawn = useMemo(() => {
    const of = (group: string, ...keys: readonly string[]) =>
      (MEASURES.find(({ key }) => key === group)?.measures ?? [])
        .filter(({ key }) => keys.includes(key))
        .map(({ label, of: value }) => ({ name: label, values: rows.map(({ profile }) => value(profile)) }));
    return {
      spending: of('spending', 'basic', 'project'),
      three: of('three', 'abroad', 'reception', 'running', 'purchase'),
      functions: functionShares(rows).map(({ name, shares }) => ({ name, values: shares })),
    };
  }, [rows]);
  return (
    <section className="stack" aria-labelledby="comparison">
      <div className="row row-between">
        <Heading id="comparison" zh="部门对比" en="Side by side" />
        <DownloadButton href={urlOf('openComparison')}>下载对比数据（CSV）</DownloadButton>
      </div>
      <Suspense fallback={<Skeleton lines={8} />}>
        <div className="open-charts">
          <Drawing
            zh="基本支出与项目支出"
            en="Basic and project spending"
            unit="万元"
            names={names}
            series={drawn.spending}
          />
          <Drawing
            zh="“三公”经费"
            en="Three public expenses"
            unit="万元"
            names={names}
            series={drawn.three}
          />
          <Drawing
            zh="按功能分类占比"
            en="Share by function"
            unit="%"
            names={names}
            series={drawn.functions}
          />
        </div>
      </Suspense>
      {MEASURES.map((group) => (
        <GroupTable key={group.key} group={group} rows={rows} names={names} />
      ))}
      <Side title="按功能分类占比" en="Share by function" names={names}>
        {functionShares(rows).map(({ code, name, shares }) => (
          <tr key={code}>
            <th scope="row">
              {code} {name}（%）
            </th>
            {shares.map((share, at) => (
              <td key={names[at]} className="number">
                {share ?? '—'}
              </td>
            ))}
          </tr>
        ))}
      </Side>
    </section>
  );
};

/** A chart of the departments that publish what it shows; the others are named below it, not drawn as zero. */
const Drawing = ({
  zh,
  en,
  unit,
  names,
  series,
}: {
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  readonly names: readonly string[];
  readonly series: readonly BarSeries[];
}) => {
  const { shown, silent, bars } = useMemo(() => {
    const says = names.map((_, at) => series.some(({ values }) => (values[at] ?? null) !== null));
    return {
      shown: names.filter((_, at) => says[at]),
      silent: names.filter((_, at) => !says[at]),
      bars: series.map(({ name, values }) => ({ name, values: values.filter((_, at) => says[at]) })),
    };
  }, [names, series]);
  return (
    <figure className="card stack stack-tight">
      <figcaption>
        {zh} <span lang="en">{en}</span>
      </figcaption>
      {shown.length === 0 ? null : <BarsChart categories={shown} series={bars} unit={unit} stacked />}
      {silent.length === 0 ? null : <p className="soft">没有公开：{silent.join('、')}</p>}
    </figure>
  );
};

const GroupTable = ({
  group,
  rows,
  names,
}: {
  readonly group: MeasureGroup;
  readonly rows: readonly OpenRow[];
  readonly names: readonly string[];
}) => (
  <Side title={group.title} en={group.en} names={names}>
    {group.measures.map(({ key, label, en, unit, of }) => (
      <tr key={key}>
        <th scope="row">
          {label}（{unit}）{' '}
          <span lang="en" className="soft">
            {en}
          </span>
        </th>
        {rows.map((row) => {
          const value = of(row.profile);
          return (
            <td key={row.id} className="number">
              {value === null ? '—' : amountText(value)}
            </td>
          );
        })}
      </tr>
    ))}
  </Side>
);

const Side = ({
  title,
  en,
  names,
  children,
}: {
  readonly title: string;
  readonly en: string;
  readonly names: readonly string[];
  readonly children: ReactNode;
}) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must be reachable by keyboard
  <section className="open-table-frame" aria-label={title} tabIndex={0}>
    <table className="open-table">
      <caption>
        {title} <span lang="en">{en}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">指标</span>
          </th>
          {names.map((name) => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </section>
);

const Heading = ({ id, zh, en }: { readonly id: string; readonly zh: string; readonly en: string }) => (
  <h2 id={id}>
    {zh} <span lang="en">{en}</span>
  </h2>
);
