import { Link } from '@tanstack/react-router';
import type { CaseRow } from '@zhitongche/contract';
import { dayShort, type Station, StationLine, weekdayOf } from '@zhitongche/ui';

const MOST = 8;

/** How far a matter of mine has come, told by its status alone. */
const stationsOf = ({ status }: CaseRow): readonly Station[] => {
  const at = status === 'issuing' || status === 'stuck' ? 2 : 1;
  return ['申报', '办理', '出文书', '办结'].map((name, i) => ({
    key: name,
    name,
    state: i < at ? 'past' : i === at ? 'now' : 'ahead',
  }));
};

const expected = ({ due, paused }: CaseRow): string =>
  paused !== '' ? paused : due === null ? '' : `${dayShort(due)}${weekdayOf(due)}前`;

/** My matters under way: where each stands, whose turn it is, and by when. */
export const MyMatters = ({ rows }: { readonly rows: readonly CaseRow[] }) => (
  <section className="stack stack-tight" aria-labelledby="mine-title">
    <div className="row row-between">
      <h2 id="mine-title" className="home-title">
        我的办件 <span className="home-count">{rows.length}</span>
      </h2>
      <Link to="/hall/cases">全部申报</Link>
    </div>
    {rows.length === 0 ? (
      <p className="soft home-none">没有正在办理的件。选右边的事项就可以开始，随时可以停下。</p>
    ) : (
      <ul className="home-lines">
        {rows.slice(0, MOST).map((row) => (
          <li key={row.id}>
            <Link to="/hall/cases/$case" params={{ case: row.id }} className="home-matter">
              <span className="home-what">
                <strong>{row.title}</strong>
                <span className="soft">
                  {row.serviceName}
                  {row.number === null ? '' : `，${row.number}`}
                </span>
              </span>
              <StationLine label="进度" stations={stationsOf(row)} size="small" />
              <span className="home-what">
                <span>{row.stepTitle}</span>
                <span className="soft">{row.turn.join('、')}</span>
              </span>
              <span className="home-due">{expected(row)}</span>
            </Link>
          </li>
        ))}
      </ul>
    )}
  </section>
);
