import type { ReactNode } from 'react';
import { daysSaid } from './format.ts';
import './KeyValues.css';

/** A line never ends in the middle of a day. */
const withWholeDays = (value: ReactNode): ReactNode =>
  typeof value !== 'string'
    ? value
    : value.split(/(\d{4}-\d{2}-\d{2})/).map((part, at) =>
        at % 2 === 0 ? (
          part
        ) : (
          <span key={at} className="whole-day">
            {daysSaid(part)}
          </span>
        ),
      );

/** Labelled facts, as on a paper. */
export const KeyValues = ({
  items,
  wide = false,
}: {
  readonly items: readonly { readonly label: string; readonly value: ReactNode; readonly full?: boolean }[];
  /** Two facts beside each other where there is room. */
  readonly wide?: boolean;
}) => (
  <dl className={wide ? 'key-values key-values-wide' : 'key-values'}>
    {items.map((i) => (
      <div key={i.label} className={i.full ? 'key-value key-value-full' : 'key-value'}>
        <dt>{i.label}</dt>
        <dd>{withWholeDays(i.value)}</dd>
      </div>
    ))}
  </dl>
);
