import { Link } from '@tanstack/react-router';
import { type Reply, useRead } from '@zhitongche/contract/web';
import { KeptRegisters } from '@zhitongche/register/web';
import { Empty, ErrorState, Icon, PageHeader, Skeleton } from '@zhitongche/ui';
import '@zhitongche/shell/web/ways.css';

/** All registers: those people keep, and what stays true after the cases are closed. */
export const RegistersPage = () => {
  const kept = useRead('keptRegisters', {});
  const left = useRead('registers', {});
  const error = kept.error ?? left.error;
  return (
    <div className="desk-page stack stack-wide">
      <PageHeader title="台账" intro="各处室维护的登记，以及办件办结后留存的记录。" />
      {error ? (
        <ErrorState
          error={error}
          onRetry={() => void Promise.all([kept, left].map(({ refetch }) => refetch()))}
        />
      ) : kept.data === undefined || left.data === undefined ? (
        <Skeleton lines={4} shape="rows" />
      ) : kept.data.length + left.data.length === 0 ? (
        <Empty icon="table" title="还没有台账" text="事项启用后，相应的台账会出现在这里。" />
      ) : (
        <>
          <KeptRegisters registers={kept.data} />
          <LeftByCases registers={left.data} />
        </>
      )}
    </div>
  );
};

const LeftByCases = ({ registers }: { readonly registers: Reply<'registers'> }) =>
  registers.length === 0 ? null : (
    <section className="stack stack-tight">
      <h2>办件留存</h2>
      <ul className="more-list">
        {registers.map((r) => (
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
    </section>
  );
