import { Link } from '@tanstack/react-router';
import type { useRead } from '@zhitongche/contract/web';
import { Badge, Empty, ErrorState, Icon, Skeleton } from '@zhitongche/ui';
import { useState } from 'react';
import { findServices, grouped } from './find-services.ts';

const BY = [
  { by: 'occasion', label: '按事情' },
  { by: 'category', label: '按类别' },
] as const;

/** What can be begun, by the occasion one has or by family; narrowed by what was typed. */
export const NewMatters = ({
  services,
  wanted,
}: {
  readonly services: ReturnType<typeof useRead<'services'>>;
  readonly wanted: string;
}) => {
  const [by, setBy] = useState<'occasion' | 'category'>('occasion');
  const found = findServices(services.data ?? [], wanted);
  return (
    <section className="stack stack-tight home-new" aria-labelledby="new-title">
      <div className="row row-between">
        <h2 id="new-title" className="home-title">
          办新的事
        </h2>
        <span className="home-by">
          {BY.map((one) => (
            <button key={one.by} type="button" aria-pressed={by === one.by} onClick={() => setBy(one.by)}>
              {one.label}
            </button>
          ))}
        </span>
      </div>
      {services.isPending ? (
        <Skeleton lines={4} />
      ) : services.isError ? (
        <ErrorState error={services.error} onRetry={() => void services.refetch()} />
      ) : found.length === 0 ? (
        <Empty
          icon="search"
          title={wanted === '' ? '还没有可办的事项' : `没有叫“${wanted}”的事`}
          text={wanted === '' ? '管理员启用事项后会显示在这里。' : '换个说法，或清空后看全部。'}
        />
      ) : (
        <div className="home-lines">
          {grouped(found, by).map(([head, items]) => (
            <section key={head} className="home-group" aria-label={head}>
              <p className="home-group-head">{head}</p>
              <ul>
                {items.map((s) => (
                  <li key={s.code}>
                    <Link to="/hall/services/$service" params={{ service: s.code }} className="home-service">
                      <h3>{s.name}</h3>
                      {s.mayFile ? (
                        <Icon name="chevron-right" size="s" />
                      ) : (
                        <Badge>{s.why || '暂不能申报'}</Badge>
                      )}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </section>
  );
};
