import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { readList, useRead, type Reply } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { Badge, Empty, ErrorState, Icon, Skeleton } from '@zhitongche/ui';
import { CaseLine } from '@zhitongche/case/web';
import './CataloguePage.css';

type ServiceCard = Reply<'services'>[number];

const byCategory = (
  services: readonly ServiceCard[],
): readonly (readonly [string, readonly ServiceCard[]])[] => {
  const groups = new Map<string, ServiceCard[]>();
  for (const s of services) groups.set(s.category, [...(groups.get(s.category) ?? []), s]);
  return [...groups];
};

/** Where an applicant arrives: what waits for me first, then all that can be applied for. */
export const CataloguePage = () => {
  const me = useMe();
  const services = useRead('services', {}, { staleTime: 300_000 });
  return (
    <div className="catalogue">
      <header className="catalogue-head">
        <h1>{me.office.name}</h1>
        <p className="soft">
          {me.org.name} · {me.name}，请选择要办的事项
        </p>
      </header>
      <Waiting />
      {services.isPending ? (
        <Skeleton lines={3} shape="cards" />
      ) : services.isError ? (
        <ErrorState error={services.error} onRetry={() => void services.refetch()} />
      ) : services.data.length === 0 ? (
        <Empty title="还没有可办的事项" text="管理员启用事项后会显示在这里。" />
      ) : (
        byCategory(services.data).map(([category, items]) => (
          <section key={category} className="stack" aria-label={category}>
            <h2 className="catalogue-category">{category}</h2>
            <ul className="catalogue-cards">
              {items.map((s) => (
                <li key={s.code} className="service-card">
                  <Link to="/hall/services/$service" params={{ service: s.code }} className="service-link">
                    <Icon name="stamp" size="l" />
                    <h3>{s.name}</h3>
                    <p className="soft">{s.what}</p>
                    {s.mayFile ? (
                      <span className="service-go">
                        看指南、开始申报 <Icon name="chevron-right" size="s" />
                      </span>
                    ) : (
                      <Badge>{s.why || '您的账户暂不能申报'}</Badge>
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))
      )}
    </div>
  );
};

const MOST = 4;

/** Cases sent back to me and drafts I left: what to do first. */
const Waiting = () => {
  const correcting = useInfiniteQuery(readList('myCases', { query: { status: 'correcting', limit: MOST } }));
  const drafts = useInfiniteQuery(readList('myCases', { query: { status: 'draft', limit: MOST } }));
  const rows = [correcting, drafts].flatMap((l) => l.data?.pages[0]?.items ?? []).slice(0, MOST);
  if (rows.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="waiting-title">
      <h2 id="waiting-title" className="catalogue-category">
        等您处理
      </h2>
      <div className="case-lines">
        {rows.map((r) => (
          <CaseLine key={r.id} row={r} />
        ))}
      </div>
    </section>
  );
};
