import type { Check, Side, CellRef } from '@zhitongche/budget';
import { type Tone, Badge, amountText } from '@zhitongche/ui';
import { VERDICTS } from './verdicts.ts';
import './CheckCard.css';

const TONES: Readonly<Record<Check['verdict'], Tone>> = {
  holds: 'ok',
  rounding: 'info',
  'does-not-hold': 'danger',
  'cannot-be-checked': 'idle',
};

/** Cells of a side shown before the rest is unfolded. */
const FEW = 6;

/** One check: what is compared, both sides with every cell they are made of, the difference and what to make of it. */
export const CheckCard = ({
  check,
  onSpot,
}: {
  readonly check: Check;
  readonly onSpot?: (spot: CellRef) => void;
}) => (
  <article className="check-card">
    <header className="row">
      <Badge tone={TONES[check.verdict]}>
        {VERDICTS[check.verdict].sign} {VERDICTS[check.verdict].word}
      </Badge>
      <span className="grow">{check.title}</span>
    </header>
    {check.left.cells.length + check.right.cells.length === 0 ? null : (
      <div className="check-sides">
        <SideView side={check.left} onSpot={onSpot} />
        <span className="check-relation" aria-hidden="true">
          {relationOf(check)}
        </span>
        <SideView side={check.right} onSpot={onSpot} />
      </div>
    )}
    {check.difference === null || check.verdict === 'holds' ? null : (
      <p>
        差 <strong>{amountText(check.difference)}</strong> 万元
        {check.verdict === 'rounding' ? `，在取整允许的 ${check.tolerance} 万元以内` : null}
      </p>
    )}
    {check.note === null ? null : <p className="soft">{check.note}</p>}
  </article>
);

/** How the sides stand to each other, not how they should. */
const relationOf = ({ relation, verdict, difference }: Check): string =>
  difference === null
    ? ''
    : verdict === 'holds'
      ? relation
      : verdict === 'rounding'
        ? '≈'
        : relation === '='
          ? '≠'
          : '>';

const SideView = ({
  side,
  onSpot,
}: {
  readonly side: Side;
  readonly onSpot: ((spot: CellRef) => void) | undefined;
}) => {
  const cells = side.cells.map((cell, at) => {
    const { spot } = cell;
    const inside = (
      <>
        <span className="grow">{cell.where}</span>
        <span className="number">{cell.figure === null ? '空白' : amountText(cell.figure)}</span>
      </>
    );
    return (
      <li key={`${cell.where} ${at}`} className="check-cell">
        {onSpot === undefined || spot === undefined ? (
          inside
        ) : (
          <button type="button" className="check-spot" onClick={() => onSpot(spot)}>
            {inside}
          </button>
        )}
      </li>
    );
  });
  return (
    <div className="check-side">
      <p className="check-value">
        <span className="soft">{side.label}</span>
        <strong className="number">{side.value === null ? '空白' : amountText(side.value)}</strong>
      </p>
      <ul>{cells.slice(0, FEW)}</ul>
      {cells.length > FEW ? (
        <details>
          <summary>其余{cells.length - FEW}格</summary>
          <ul>{cells.slice(FEW)}</ul>
        </details>
      ) : null}
    </div>
  );
};
