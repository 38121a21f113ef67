import { Link, useParams } from '@tanstack/react-router';
import { Suspense, useMemo } from 'react';
import { urlOf, useRead, type Reply } from '@zhitongche/contract/web';
import { PublicFrame } from '@zhitongche/shell/web';
import {
  Async,
  amountText,
  dayOf,
  dayText,
  KeyValues,
  DownloadButton,
  Skeleton,
  Tabs,
  lazily,
} from '@zhitongche/ui';
import { FILES } from '../BudgetHead.tsx';
import { ReconcilePicture } from '../ReconcilePicture.tsx';
import { MEASURES } from './comparison.ts';
import { PrintedSheets } from './PrintedSheets.tsx';
import './Open.css';

const BarsChart = lazily(() => import('./BarsChart.tsx').then((m) => m.BarsChart));

type Budget = Reply<'openBudget'>;

/** One department's published budget: its figures, tables and goals as printed, what they prove, and all of it as data. */
export const OpenBudgetPage = () => {
  const { id = '' } = useParams({ strict: false });
  const budget = useRead('openBudget', { params: { id } });
  return (
    <PublicFrame wide>
      <div className="stack stack-wide open">
        <p>
          <Link to="/open/budget">
            全部部门 <span lang="en">All departments</span>
          </Link>
        </p>
        <Async query={budget}>{(own) => <Budget budget={own} />}</Async>
      </div>
    </PublicFrame>
  );
};

const Budget = ({ budget }: { readonly budget: Budget }) => {
  const { id, department, year, source, publishedAt, profile, model, reconciliation, gaps } = budget;
  return (
    <>
      <header className="stack stack-tight">
        <h1>
          {department} {year}年部门预算
        </h1>
        <p lang="en" className="open-en">
          Department budget {year}, as published
        </p>
        <p className="soft">
          来源：{source.name}；{dayText(dayOf(publishedAt))}经人工核对后公开。
        </p>
      </header>
      <section className="card stack" aria-labelledby="figures">
        <h2 id="figures">
          主要数字 <span lang="en">Key figures</span>
        </h2>
        <KeyValues
          wide
          items={MEASURES.flatMap(({ key: group, title, measures }) =>
            measures.map(({ label, unit, of }) => {
              const value = of(profile);
              return {
                label: group === 'three' ? `${title}·${label}` : label,
                value: value === null ? '未公开' : `${amountText(value)} ${unit}`,
              };
            }),
          )}
        />
      </section>
      <Charts budget={budget} />
      <section className="card stack" aria-labelledby="files">
        <h2 id="files">
          下载 <span lang="en">Download</span>
        </h2>
        <ul className="row">
          {FILES.map(({ file, label }) => (
            <li key={file}>
              <DownloadButton href={urlOf('openBudgetFile', { params: { id, file } })}>
                {label}
              </DownloadButton>
            </li>
          ))}
        </ul>
      </section>
      <Tabs
        label="预算内容"
        items={[
          {
            id: 'proof',
            label: '勾稽核对',
            content: (
              <div className="stack">
                <p className="soft">
                  以下逐条核对表与表、表与文字之间应当相等的数。不符只作提示，原文的数字不作任何改动。
                </p>
                <ReconcilePicture model={model} reconciliation={reconciliation} />
              </div>
            ),
          },
          { id: 'tables', label: '预算表和绩效目标', content: <PrintedSheets id={id} model={model} /> },
          {
            id: 'gaps',
            label: '未能读入之处',
            count: gaps.length,
            content:
              gaps.length === 0 ? (
                <p>原文的内容都已读入。</p>
              ) : (
                <ul className="stack stack-tight">
                  {gaps.map((gap, at) => (
                    <li key={at}>
                      <b>{gap.at}</b> {gap.subject}：{gap.message}
                      {gap.raw === '' ? null : <span className="soft">（原文“{gap.raw}”）</span>}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </>
  );
};

const Charts = ({ budget: { profile } }: { readonly budget: Budget }) => {
  const functions = useMemo(
    () => ({
      categories: profile.functions.map(({ code, name }) => `${code} ${name}`),
      series: [{ name: '支出', values: profile.functions.map(({ amount }) => amount) }],
    }),
    [profile],
  );
  const three = useMemo(() => {
    const parts = [
      ['因公出国（境）', profile.threePublic.abroad],
      ['公务接待', profile.threePublic.reception],
      ['公车运行维护', profile.threePublic.running],
      ['公车购置', profile.threePublic.purchase],
    ] as const;
    const printed = parts.filter(([, value]) => value !== null);
    return {
      categories: printed.map(([label]) => label),
      series: [{ name: '“三公”经费', values: printed.map(([, value]) => value) }],
    };
  }, [profile]);
  if (functions.categories.length + three.categories.length === 0) return null;
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <div className="open-charts">
        {functions.categories.length === 0 ? null : (
          <figure className="card stack stack-tight">
            <figcaption>
              按功能分类 <span lang="en">By function</span>
            </figcaption>
            <BarsChart categories={functions.categories} series={functions.series} unit="万元" />
            <table className="open-table">
              <thead>
                <tr>
                  <th scope="col">功能分类</th>
                  <th scope="col" className="number">
                    万元
                  </th>
                  <th scope="col" className="number">
                    占比
                  </th>
                </tr>
              </thead>
              <tbody>
                {profile.functions.map(({ code, name, amount, share }) => (
                  <tr key={code}>
                    <th scope="row">
                      {code} {name}
                    </th>
                    <td className="number">{amount === null ? '—' : amountText(amount)}</td>
                    <td className="number">{share === null ? '—' : `${share}%`}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </figure>
        )}
        {three.categories.length === 0 ? null : (
          <figure className="card stack stack-tight">
            <figcaption>
              “三公”经费 <span lang="en">Three public expenses</span>
            </figcaption>
            <BarsChart categories={three.categories} series={three.series} unit="万元" />
          </figure>
        )}
      </div>
    </Suspense>
  );
};
