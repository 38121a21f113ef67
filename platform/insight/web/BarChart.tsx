import { Link } from '@tanstack/react-router';
import type { InboxSearch } from '@zhitongche/case/web';
import type { RegisterSearch } from './register-search.ts';
import './BarChart.css';

/** Where a figure leads: the rows behind it. */
export type LeadsTo =
  | { readonly to: '/desk'; readonly search: InboxSearch }
  | {
      readonly to: '/insight/registers/$register';
      readonly params: { readonly register: string };
      readonly search: RegisterSearch;
    };

/** One bar: its name, its figure and the rows behind it. */
export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly note?: string;
  readonly leads: LeadsTo;
}

/** A ranking as bars; each is a link to its rows, so that eyes, ears and keyboards get the same. */
export const BarChart = ({
  label,
  unit,
  bars,
}: {
  readonly label: string;
  readonly unit: string;
  readonly bars: readonly Bar[];
}) => {
  const most = Math.max(1, ...bars.map((b) => b.value));
  return (
    <ul className="bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <Link {...bar.leads} className="bar">
            <span className="bar-name">{bar.name}</span>
            <svg className="bar-line" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect width={(bar.value / most) * 100} height="10" rx="1" />
            </svg>
            <span className="bar-value">
              {bar.value} {unit}
              {bar.note === undefined ? null : <span className="soft"> {bar.note}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
};
