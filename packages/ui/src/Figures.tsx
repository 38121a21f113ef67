import { cx } from './cx.ts';
import { daysSaid } from './format.ts';
import './Figures.css';

/** Longer ones are set smaller, so that three stand beside each other on a phone. */
const LONG = 6;

/** A figure over what it counts. */
export interface Figure {
  readonly value: string;
  readonly unit?: string | undefined;
  readonly caption: string;
  readonly note?: string | undefined;
}

/** Few figures beside each other between hairlines, each over its caption. */
export const Figures = ({ all }: { readonly all: readonly Figure[] }) =>
  all.length === 0 ? null : (
    <dl className="key-figures">
      {all.map(({ value, unit, caption, note }) => (
        <div key={caption}>
          <dd className={cx('key-figure-value', value.length > LONG && 'key-figure-long')}>
            {daysSaid(value)}
            {unit === undefined ? null : <span className="key-figure-unit">{unit}</span>}
          </dd>
          <dt>{caption}</dt>
          {note === undefined ? null : <dd className="key-figure-note">{note}</dd>}
        </div>
      ))}
    </dl>
  );
