import { Link } from '@tanstack/react-router';
import type { Reply } from '@zhitongche/contract/web';
import { Icon } from '@zhitongche/ui';
import { useWays } from './kept-ways.ts';
import '@zhitongche/shell/web/ways.css';

/** Registers people keep, under their categories, each with how many the reader sees. */
export const KeptRegisters = ({ registers }: { readonly registers: Reply<'keptRegisters'> }) => {
  const ways = useWays();
  const categories = [...new Set(registers.map(({ category }) => category))];
  return categories.map((category) => (
    <section key={category} className="stack stack-tight">
      <h2>{category}</h2>
      <ul className="more-list">
        {registers
          .filter((one) => one.category === category)
          .map(({ code, name, measure, keeps, count }) => (
            <li key={code}>
              <Link to={ways.list} params={{ register: code }} className="more-way">
                <Icon name="table" />
                <span className="grow">
                  {name}
                  <span className="soft more-note">{keeps ? '由您维护' : '可以查看'}</span>
                </span>
                <span className="soft">
                  {count} {measure}
                </span>
                <Icon name="chevron-right" />
              </Link>
            </li>
          ))}
      </ul>
    </section>
  ));
};
