import { Link } from '@tanstack/react-router';
import { clockText, daysSaid, instantShort, Light, LinkButton } from '@zhitongche/ui';
import type { Waiting } from './waiting.ts';

/** What waits for me, each with its one verb; the first has the button one looks for. */
export const WaitingForMe = ({ waiting }: { readonly waiting: readonly Waiting[] }) => {
  if (waiting.length === 0) return null;
  return (
    <section className="stack stack-tight" aria-labelledby="waiting-title">
      <h2 id="waiting-title" className="home-title">
        等您处理 <span className="home-count">{waiting.length}</span>
      </h2>
      <ul className="home-lines">
        {waiting.map(({ row, kind, verb, way }, i) => (
          <li key={row.id} className="home-line">
            <div className="home-what">
              <Link to="/hall/cases/$case" params={{ case: row.id }} className="home-name">
                {kind}：{row.title}
              </Link>
              <span className="soft">
                {[row.serviceName, ...row.facts.slice(0, 3).map(({ value }) => daysSaid(value))]
                  .filter((words) => words !== '')
                  .join('，')}
              </span>
            </div>
            <span className="home-when">
              {clockText(row) === '' || row.light === 'grey' ? (
                <span className="soft">{instantShort(row.updatedAt)} 保存</span>
              ) : (
                <Light row={row} />
              )}
            </span>
            <LinkButton
              to={way === 'edit' ? '/hall/cases/$case/edit' : '/hall/cases/$case'}
              params={{ case: row.id }}
              variant={i === 0 ? 'primary' : 'plain'}
              aria-label={`${verb}：${row.title}`}
            >
              {verb}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
};
