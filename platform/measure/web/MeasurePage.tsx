import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useRead, type Reply } from '@zhitongche/contract/web';
import { Badge, dayText, ErrorState, instantShort, PageHeader, Skeleton, useToday } from '@zhitongche/ui';
import { MeasureLines } from './MeasureLines.tsx';
import { MeasurePlaces } from './MeasurePlaces.tsx';
import { monthWords, quarterWords, readMeasureSearch, spanOfMonth, spanOfQuarter } from './measure-search.ts';
import './Measures.css';

type Told = Reply<'measure'>;

/** One measure month by month; a month opens to the list behind its figure. */
export const MeasurePage = () => {
  const { measure: code = '' } = useParams({ strict: false });
  const today = useToday();
  const search = readMeasureSearch(useSearch({ strict: false }));
  const { month = `${today.slice(0, 7)}-01`, quarter, org, from, until } = search;
  const { data, error, refetch } = useRead('measure', {
    params: { code },
    query: from && until ? { from, until } : {},
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={10} />;
  const place = data.places.find((one) => one.org === org && one.quarter === quarter);
  const opened =
    quarter !== undefined && org !== undefined
      ? {
          span: { ...spanOfQuarter(quarter), org },
          title: `${place?.orgName ?? ''}${quarterWords(quarter)}`,
          words: place?.words ?? '',
        }
      : from !== undefined && until !== undefined
        ? {
            span: { from, until },
            title: `${dayText(from)}至${dayText(until)}`,
            words: data.span?.words ?? '',
          }
        : {
            span: spanOfMonth(month),
            title: monthWords(month),
            words: data.months.find((one) => one.month === month)?.words ?? '',
          };
  return (
    <div className="desk-page stack">
      <PageHeader
        title={data.name}
        back={{ to: '/insight/measures', label: '指标' }}
        intro={
          <p className="soft">
            {data.what}。取自“{data.ofName}”。{' '}
            {data.building ? <Badge tone="warn">正在统计以前的件，数还不全</Badge> : null}
          </p>
        }
      />
      <div className="measures-two">
        <div className="stack">
          <section className="card" aria-label="逐月">
            <Months told={data} open={quarter === undefined && from === undefined ? month : ''} />
          </section>
          <MeasurePlaces told={data} open={quarter === undefined ? '' : `${org} ${quarter}`} />
          <Shifts shifts={data.shifts} />
        </div>
        <MeasureLines code={code} {...opened} />
      </div>
    </div>
  );
};

const Months = ({ told: { code, months }, open }: { readonly told: Told; readonly open: string }) => {
  const most = Math.max(...months.map(({ value }) => Number(value ?? 0)), 0);
  return (
    <table className="measures">
      <thead>
        <tr>
          <th scope="col">月份</th>
          <th scope="col" aria-hidden="true" />
          <th scope="col" className="number">
            数值
          </th>
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map(({ month, value, words }) => (
          <tr key={month} {...(month === open ? { 'aria-current': 'true' as const } : {})}>
            <th scope="row">
              <Link
                to="/insight/measures/$measure"
                params={{ measure: code }}
                search={{ month }}
                replace
                className="measures-month"
              >
                {monthWords(month)}
              </Link>
            </th>
            <td aria-hidden="true" className="measures-bar-cell">
              <svg className="measures-bar" viewBox="0 0 100 8" preserveAspectRatio="none">
                <rect width={most === 0 ? 0 : (Number(value ?? 0) / most) * 100} height="8" />
              </svg>
            </td>
            <td className="number">{words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Months that came to something else after they were over. */
const Shifts = ({ shifts }: Pick<Told, 'shifts'>) =>
  shifts.length === 0 ? null : (
    <section className="card stack" aria-label="过后的更正">
      <h2>过后的更正</h2>
      <ul className="stack">
        {shifts.map(({ month, at, before, after }) => (
          <li key={`${at} ${month}`}>
            {instantShort(at)}，{monthWords(month)}中补办或更正的件由 {Number(before)} 变为 {Number(after)}
          </li>
        ))}
      </ul>
    </section>
  );
