import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CaseRow } from '@zhitongche/contract';
import { readList, useRead } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { Badge, PageHeader } from '@zhitongche/ui';
import './visitor.css';

const STATUS: Readonly<Record<string, string>> = {
  draft: 'draft',
  running: 'in progress',
  correcting: 'waiting for your correction',
  issuing: 'papers are being made',
  completed: 'completed',
  refused: 'refused',
  cancelled: 'withdrawn',
};

const turnOf = ({ status }: CaseRow): string =>
  status === 'draft' || status === 'correcting'
    ? 'Your turn'
    : status === 'completed'
      ? ''
      : 'The office’s turn';

/** Where somebody of the public arrives who reads English: matters with whose turn it is, and what can be begun. */
export const EnglishHome = () => {
  const me = useMe();
  const services = useRead('services', {}, { staleTime: 300_000 });
  const list = useInfiniteQuery(readList('myCases', { query: { limit: 50 } }));
  const rows = list.data?.pages[0]?.items ?? [];
  return (
    <div lang="en" className="stack stack-wide">
      <PageHeader title={`Welcome, ${me.name}`} />
      <section className="card stack" aria-labelledby="my-matters">
        <h2 id="my-matters">My matters</h2>
        {rows.length === 0 ? (
          <p className="soft">Nothing has been filed yet. Choose a service below.</p>
        ) : (
          <ul className="visit-list">
            {rows.map((row) => (
              <li key={row.id} className="visit-line">
                <Link to="/hall/cases/$case" params={{ case: row.id }}>
                  {row.title || row.serviceName} {row.number ?? ''}
                </Link>
                <span>
                  {STATUS[row.status] ?? row.status}
                  {turnOf(row) === '' ? '' : `, ${turnOf(row)}`}
                  {row.due === null ? '' : `, due ${row.due}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="card stack" aria-labelledby="services">
        <h2 id="services">Services</h2>
        <ul className="visit-list">
          {(services.data ?? []).map((one) => (
            <li key={one.code} className="visit-line">
              <Link to="/hall/services/$service" params={{ service: one.code }}>
                {one.en}
              </Link>
              {one.mayFile ? null : <Badge>{one.whyEn || one.why}</Badge>}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
};
