import { Link } from '@tanstack/react-router';
import { useRead } from '@zhitongche/contract/web';
import { Empty, ErrorState, Icon, PageHeader, Skeleton } from '@zhitongche/ui';
import '@zhitongche/shell/web/ways.css';

/** All registers: what stays true after the cases are closed. */
export const RegistersPage = () => {
  const { data, error, refetch } = useRead('registers', {});
  return (
    <div className="desk-page">
      <PageHeader title="台账" intro="办件办结后留存的记录，随办件自动更新。" />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton lines={4} shape="rows" />
      ) : data.length === 0 ? (
        <Empty icon="table" title="还没有台账" text="事项启用后，相应的台账会出现在这里。" />
      ) : (
        <ul className="more-list">
          {data.map((r) => (
            <li key={r.key}>
              <Link to="/insight/registers/$register" params={{ register: r.key }} className="more-way">
                <Icon name="table" />
                <span className="grow">
                  {r.title}
                  <span className="soft more-note">{r.serviceName}</span>
                </span>
                <span className="soft">{r.count} 条</span>
                <Icon name="chevron-right" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
