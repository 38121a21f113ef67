import type { CaseView } from '@zhitongche/contract';
import { Badge } from '@zhitongche/ui';
import './StrandsPanel.css';

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
      <ul className="strand-list">
        {held.map(({ register, title, stage, facts }) => (
          <li key={`${register} ${title}`} className="strand-line">
            <strong>{title}</strong>
            <Badge tone="idle">{stage}</Badge>
            <span className="soft">{register}</span>
            {facts.map(({ label, value }) => (
              <span key={label} className="soft">
                {label} {value}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
