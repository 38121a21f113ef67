import type { Disclosure, Reconciliation, CellRef } from '@zhitongche/budget';
import { useId, useMemo, useRef, useState } from 'react';
import { CheckCards } from './CheckCards.tsx';
import { pictureOf } from './picture.ts';
import { type Chosen, PictureTable } from './PictureTable.tsx';
import { VERDICTS, WORST_FIRST } from './verdicts.ts';
import './ReconcilePicture.css';

/** The proof of a disclosure as a picture: rules by tables, each square the outcome of its checks; a square opens its checks. */
export const ReconcilePicture = ({
  model,
  reconciliation,
  onSpot,
}: {
  readonly model: Disclosure;
  readonly reconciliation: Reconciliation;
  /** Opens a compared cell where it can be corrected; absent where nothing can. */
  readonly onSpot?: (spot: CellRef) => void;
}) => {
  const picture = useMemo(() => pictureOf(model, reconciliation), [model, reconciliation]);
  const [chosen, setChosen] = useState<Chosen | null>(() => firstWorth(reconciliation));
  const detail = useRef<HTMLElement>(null);
  const id = useId();
  const choose = (next: Chosen): void => {
    setChosen(next);
    requestAnimationFrame(() => detail.current?.focus());
  };
  const row = picture.rows.find(({ rule }) => rule === chosen?.rule);
  const shown =
    chosen?.column === null
      ? row?.checks
      : [...(row?.cells ?? []), ...(row === undefined ? [] : [row.alone])].find(
          (c) => c.column === chosen?.column,
        )?.checks;
  return (
    <div className="stack">
      <ul className="picture-legend" aria-label="各结果数量">
        {WORST_FIRST.map((verdict) => (
          <li key={verdict}>
            <span className={`picture-key picture-${verdict}`} aria-hidden="true">
              {VERDICTS[verdict].sign}
            </span>
            {VERDICTS[verdict].word}
            <span lang="en" className="soft">
              {VERDICTS[verdict].en}
            </span>
            <strong>{reconciliation.counts[verdict]}</strong>
          </li>
        ))}
      </ul>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must be reachable by keyboard */}
      <section className="picture-frame" aria-label="勾稽关系图" tabIndex={0}>
        <PictureTable picture={picture} chosen={chosen} onChoose={choose} />
      </section>
      {row === undefined || shown === undefined ? null : (
        <section className="stack stack-tight" ref={detail} tabIndex={-1} aria-labelledby={`${id}-title`}>
          <h3 id={`${id}-title`}>
            {row.rule} {row.title}
          </h3>
          <p className="soft" lang="en">
            {row.en}
          </p>
          <CheckCards checks={shown} onSpot={onSpot} />
        </section>
      )}
    </div>
  );
};

/** What to show before anything is clicked: the first rule that has something to look at. */
const firstWorth = ({ checks }: Reconciliation): Chosen | null => {
  const worth = checks.find(({ verdict }) => verdict === 'does-not-hold');
  return worth === undefined ? null : { rule: worth.rule, column: null };
};
