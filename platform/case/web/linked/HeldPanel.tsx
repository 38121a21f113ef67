import type { CaseView } from '@zhitongche/contract';
import { StandingLine } from './StandingLine.tsx';

/** 领用: the pieces of stock a case has drawn, each by its serial and what it is for. */
export const HeldPanel = ({
  view: { held },
  className,
}: {
  readonly view: Pick<CaseView, 'held'>;
  readonly className: string;
}) =>
  held.length === 0 ? null : (
    <section className={className} aria-labelledby="held-title">
      <h2 id="held-title">领用</h2>
      <ul>
        {held.map(({ register, title, stage, facts }) => (
          <StandingLine key={`${register} ${title}`} label={title} tone="idle" words={stage}>
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
