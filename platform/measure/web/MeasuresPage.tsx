import { Link } from '@tanstack/react-router';
import { useRead, type Reply } from '@zhitongche/contract/web';
import { Badge, Empty, ErrorState, PageHeader, Skeleton } from '@zhitongche/ui';
import './Measures.css';

type Listed = Reply<'measures'>[number];

/** Every measure the reader may see, by what it is counted from; each opens to its months and the list behind them. */
export const MeasuresPage = () => {
  const { data, error, refetch } = useRead('measures', {});
  return (
    <div className="desk-page stack">
      <PageHeader title="指标" intro="由办件和台账逐条相加而来，点开可看每个数是哪些件。" />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton lines={8} />
      ) : data.length === 0 ? (
        <Empty
          icon="chart"
          title="没有您可以查看的指标"
          text="指标随事项和台账而来，您能看到其中的件，才能看到由它们得出的数。"
        />
      ) : (
        <div className="measures-groups">
          {[...new Set(data.map(({ ofName }) => ofName))].map((ofName) => (
            <section key={ofName} className="card" aria-label={ofName}>
              <MeasureTable ofName={ofName} measures={data.filter((one) => one.ofName === ofName)} />
            </section>
          ))}
        </div>
      )}
    </div>
  );
};

const MeasureTable = ({
  ofName,
  measures,
}: {
  readonly ofName: string;
  readonly measures: readonly Listed[];
}) => (
  <table className="measures measures-list">
    <thead>
      <tr>
        <th scope="col" className="measures-of">
          {ofName}
        </th>
        <th scope="col" className="number">
          本月
        </th>
        <th scope="col" className="number">
          本年
        </th>
      </tr>
    </thead>
    <tbody>
      {measures.map(({ code, name, what, month, year, building }) => (
        <tr key={code}>
          <th scope="row">
            <Link to="/insight/measures/$measure" params={{ measure: code }} className="measures-name">
              {name}
            </Link>
            {building ? <Badge tone="warn">正在统计以前的件</Badge> : null}
            <span className="measures-what">{what}</span>
          </th>
          <td className="number">{month.words}</td>
          <td className="number">{year.words}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
