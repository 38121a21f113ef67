import { type CellRef, type CategorySum, gapsAgainst } from '@zhitongche/budget';
import type { Reply } from '@zhitongche/contract/web';
import { Button, cx, amountText } from '@zhitongche/ui';

type Held = Reply<'preparation'>['control'];

const limitsOf = (held: Held): Record<string, string> =>
  Object.fromEntries(
    Object.entries(held ?? {}).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  );

/** The whole figures beside last year's and what the finance department allows; what is above says by how much and where. */
export const HeldPanel = ({
  sums,
  last,
  control,
  approval,
  onSpot,
}: {
  readonly sums: readonly CategorySum[];
  readonly last: readonly CategorySum[];
  readonly control: Held;
  readonly approval: Held;
  /** Leads to a cell; absent where nothing can be typed. */
  readonly onSpot?: (spot: CellRef) => void;
}) => {
  const held = approval ?? control;
  const word = approval === null ? '控制数' : '批复数';
  const gaps = gapsAgainst(sums, limitsOf(held));
  return (
    <table className="held">
      <caption className="visually-hidden">合计与{word}，万元</caption>
      <thead>
        <tr>
          <th scope="col">万元</th>
          <th scope="col">上年</th>
          {held === null ? null : <th scope="col">{word}</th>}
          <th scope="col">现在</th>
        </tr>
      </thead>
      <tbody>
        {sums.map(({ key, label, value, cells }, at) => {
          const gap = gaps.find((own) => own.key === key);
          const bad = gap !== undefined && (gap.side === 'over' || approval !== null);
          const spot = cells[0]?.spot;
          return (
            <tr key={key} className={cx(bad && 'held-over')}>
              <th scope="row">{label}</th>
              <td>{amountText(last[at]?.value ?? '') || '—'}</td>
              {held === null ? null : <td>{amountText(held[key] ?? '') || '—'}</td>}
              <td>
                {amountText(value ?? '') || '—'}
                {gap === undefined ? null : (
                  <span className={bad ? 'held-gap' : 'held-gap soft'}>
                    {gap.side === 'over' ? '超' : '少'}
                    {amountText(gap.by)}
                  </span>
                )}
                {bad && spot && onSpot ? (
                  <Button size="small" variant="quiet" onPress={() => onSpot(spot)}>
                    去改
                  </Button>
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
