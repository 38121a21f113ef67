import type { Check, Disclosure, Reconciliation, Spot } from '@zhitongche/budget';
import { useId, useMemo, useRef, useState } from 'react';
import { cx } from '@zhitongche/ui';
import { CheckCard } from './CheckCard.tsx';
import { type PictureCell, pictureOf } from './picture.ts';
import { VERDICTS, WORST_FIRST } from './verdicts.ts';
import './ReconcilePicture.css';

interface Chosen {
  readonly rule: string;
  /** Part of the disclosure; null = every part. */
  readonly column: string | null;
}

/** The proof of a disclosure as a picture: rules by tables, each square the outcome of its checks; a square opens its checks. */
export const ReconcilePicture = ({
  model,
  reconciliation,
  onSpot,
}: {
  readonly model: Disclosure;
  readonly reconciliation: Reconciliation;
  /** Opens a compared cell where it can be corrected; absent where nothing can. */
  readonly onSpot?: (spot: Spot) => void;
}) => {
  const picture = useMemo(() => pictureOf(model, reconciliation), [model, reconciliation]);
  const [chosen, setChosen] = useState<Chosen | null>(() => firstWorth(reconciliation));
  const detail = useRef<HTMLElement>(null);
  const id = useId();
  const choose = (next: Chosen): void => {
    setChosen(next);
    requestAnimationFrame(() => detail.current?.focus());
  };
  const isChosen = (rule: string, column: string | null): boolean =>
    chosen?.rule === rule && chosen.column === column;
  const row = picture.rows.find(({ rule }) => rule === chosen?.rule);
  const shown =
    chosen?.column === null
      ? row?.checks
      : [...(row?.cells ?? []), ...(row === undefined ? [] : [row.alone])].find(
          (c) => c.column === chosen?.column,
        )?.checks;
  const square = (rule: string, cell: PictureCell, where: string) =>
    cell.worst === null ? null : (
      <button
        type="button"
        className={cx(
          'picture-square',
          `picture-${cell.worst}`,
          isChosen(rule, cell.column) && 'picture-chosen',
        )}
        aria-pressed={isChosen(rule, cell.column)}
        onClick={() => choose({ rule, column: cell.column })}
      >
        <span aria-hidden="true">
          {VERDICTS[cell.worst].sign}
          {cell.worst === 'holds' ? '' : cell.checks.filter(({ verdict }) => verdict === cell.worst).length}
        </span>
        <span className="visually-hidden">
          {rule} {where}：{VERDICTS[cell.worst].word}，共{cell.checks.length}项
        </span>
      </button>
    );
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
        <table className="picture">
          <caption className="visually-hidden">勾稽核对：每行一条规则，每列一张表，点开看两边的数</caption>
          <thead>
            <tr>
              <th scope="col">规则</th>
              {picture.columns.map(({ key, label, title }) => (
                <th key={key} scope="col" title={title} className="picture-head">
                  {label}
                  <span className="visually-hidden"> {title}</span>
                </th>
              ))}
              <th scope="col" className="picture-head" title="没有可比的数">
                缺<span className="visually-hidden"> 没有可比的数</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {picture.rows.map(({ rule, title, cells, alone }) => (
              <tr key={rule}>
                <th scope="row">
                  <button
                    type="button"
                    className="picture-rule"
                    aria-pressed={isChosen(rule, null)}
                    onClick={() => choose({ rule, column: null })}
                  >
                    <b>{rule}</b> {title}
                  </button>
                </th>
                {cells.map((cell, at) => (
                  <td key={cell.column}>{square(rule, cell, picture.columns[at]?.title ?? '')}</td>
                ))}
                <td>{square(rule, alone, '没有可比的数')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {row === undefined || shown === undefined ? null : (
        <section className="stack stack-tight" ref={detail} tabIndex={-1} aria-labelledby={`${id}-title`}>
          <h3 id={`${id}-title`}>
            {row.rule} {row.title}
          </h3>
          <p className="soft" lang="en">
            {row.en}
          </p>
          <Checks checks={shown} onSpot={onSpot} />
        </section>
      )}
    </div>
  );
};

/** Checks shown at once: a rule may have some hundred that hold. */
const AT_ONCE = 12;

const Checks = ({
  checks,
  onSpot,
}: {
  readonly checks: readonly Check[];
  readonly onSpot: ((spot: Spot) => void) | undefined;
}) => {
  const [all, setAll] = useState<readonly Check[] | null>(null);
  const sorted = useMemo(
    () => WORST_FIRST.flatMap((verdict) => checks.filter((check) => check.verdict === verdict)),
    [checks],
  );
  const shown = all === checks ? sorted : sorted.slice(0, AT_ONCE);
  return (
    <>
      <ul className="stack stack-tight">
        {shown.map((check, at) => (
          <li key={`${check.title} ${at}`}>
            <CheckCard check={check} {...(onSpot === undefined ? {} : { onSpot })} />
          </li>
        ))}
      </ul>
      {shown.length < sorted.length ? (
        <p>
          <button type="button" className="picture-more" onClick={() => setAll(checks)}>
            其余{sorted.length - shown.length}项
          </button>
        </p>
      ) : null}
    </>
  );
};

/** What to show before anything is clicked: the first rule that has something to look at. */
const firstWorth = ({ checks }: Reconciliation): Chosen | null => {
  const worth = checks.find(({ verdict }) => verdict === 'does-not-hold');
  return worth === undefined ? null : { rule: worth.rule, column: null };
};
