import { Link } from '@tanstack/react-router';
import type { CaseView } from '@zhitongche/contract';
import { StandingLine } from './StandingLine.tsx';

/** 领用和登记: the pieces of stock a case has drawn and the rows it wrote, each leading to its row where the reader may open it. */
export const HeldPanel = ({
  view: { held },
  className,
}: {
  readonly view: Pick<CaseView, 'held'>;
  readonly className: string;
}) =>
  held.length === 0 ? null : (
    <section className={className} aria-labelledby="held-title">
      <h2 id="held-title">领用和登记</h2>
      <ul>
        {held.map(({ register, title, row, stage, facts }) => (
          <StandingLine
            key={row?.id ?? `${register} ${title}`}
            label={
              row ? (
                <Link to="/desk/kept/$register/$row" params={{ register: row.register, row: row.id }}>
                  {title}
                </Link>
              ) : (
                title
              )
            }
            tone="idle"
            words={stage}
          >
            <span className="soft">{register}</span>
            {facts.map(({ label, value }) => (
              <span key={label} className="soft">
                {label} {value}
              </span>
            ))}
          </StandingLine>
        ))}
      </ul>
    </section>
  );
