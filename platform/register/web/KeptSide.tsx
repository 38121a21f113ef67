import { Link } from '@tanstack/react-router';
import { useRead } from '@zhitongche/contract/web';
import type { KeptSearch } from './kept-search.ts';
import { useWays } from './kept-ways.ts';
import { SavedViews } from './SavedViews.tsx';
import './KeptSide.css';

/** Beside the list where there is room: the other registers with their numbers, and saved views. */
export const KeptSide = (props: {
  readonly register: string;
  readonly search: KeptSearch;
  readonly onSearch: (search: KeptSearch) => void;
}) => {
  const ways = useWays();
  const { data = [] } = useRead('keptRegisters', {});
  return (
    <div className="kept-side">
      <nav aria-label="台账">
        {[...new Set(data.map(({ category }) => category))].map((category) => (
          <section key={category} aria-label={category}>
            <h2 className="kept-side-group">{category}</h2>
            <ul>
              {data
                .filter((one) => one.category === category)
                .map(({ code, name, count }) => (
                  <li key={code}>
                    <Link to={ways.list} params={{ register: code }} search={{}} className="kept-side-way">
                      <span className="grow">{name}</span>
                      <span className="kept-side-count">{count}</span>
                    </Link>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </nav>
      <SavedViews {...props} />
    </div>
  );
};
