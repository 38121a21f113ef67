import { Link } from '@tanstack/react-router';
import type { Reply } from '@zhitongche/contract/web';
import { quarterWords } from './measure-search.ts';

type Told = Reply<'measure'>;

/** This year by organisation and quarter; each figure opens what it is added up from. */
export const MeasurePlaces = ({
  told: { code, places },
  open,
}: {
  readonly told: Told;
  /** Organisation and quarter whose list is shown. */
  readonly open: string;
}) => {
  const orgs = [...new Map(places.map(({ org, orgName }) => [org, orgName]))];
  const quarters = [...new Set(places.map(({ quarter }) => quarter))].toSorted();
  if (places.length === 0) return null;
  return (
    <section className="card measures-places" aria-label="各单位逐季">
      <table className="measures">
        <thead>
          <tr>
            <th scope="col">单位</th>
            {quarters.map((quarter) => (
              <th key={quarter} scope="col" className="number">
                {quarterWords(quarter).slice(5)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {orgs.map(([org, name]) => (
            <tr key={org}>
              <th scope="row">{name}</th>
              {quarters.map((quarter) => {
                const found = places.find((one) => one.org === org && one.quarter === quarter);
                return (
                  <td key={quarter} className="number">
                    {found ? (
                      <Link
                        to="/insight/measures/$measure"
                        params={{ measure: code }}
                        search={{ quarter, org }}
                        replace
                        className="measures-month"
                        {...(open === `${org} ${quarter}` ? { 'aria-current': 'true' as const } : {})}
                      >
                        {found.words}
                      </Link>
                    ) : (
                      '—'
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
