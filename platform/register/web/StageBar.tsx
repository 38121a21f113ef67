import type { Reply } from '@zhitongche/contract/web';
import { cx } from '@zhitongche/ui';
import './StageBar.css';

/** How strong the colour of a stage is, from first to last: one ramp, so that red stays free for what is overdue. */
const strength = (index: number, of: number): number => 0.2 + (0.8 * index) / Math.max(1, of - 1);

/** All stages as parts of one bar with their numbers; each narrows the list to itself. */
export const StageBar = ({
  counts,
  stage,
  retired,
  onPick,
}: {
  readonly counts: Reply<'keptStages'>;
  readonly stage: string | undefined;
  readonly retired: boolean;
  /** Nothing = every row in force. */
  readonly onPick: (pick: { readonly stage?: string; readonly retired?: true }) => void;
}) => {
  const stages = counts.stages.filter(({ label }) => label !== '');
  return (
    <div className="stage-bar">
      {stages.length === 0 ? null : (
        <div className="stage-parts" aria-hidden="true">
          {stages.map(({ stage: key, count }, i) =>
            count === 0 ? null : (
              <span
                key={key}
                className={cx('stage-part', stage !== undefined && stage !== key && 'stage-part-away')}
                style={{ flexGrow: count }}
              >
                <span className="stage-fill" style={{ opacity: strength(i, stages.length) }} />
              </span>
            ),
          )}
        </div>
      )}
      <ul className="stage-picks" aria-label="按阶段查看">
        {stages.map(({ stage: key, label, count }, i) => (
          <li key={key}>
            <button
              type="button"
              className="stage-pick"
              aria-pressed={stage === key}
              onClick={() => onPick(stage === key ? {} : { stage: key })}
            >
              <span className="stage-dot" aria-hidden="true">
                <span className="stage-fill" style={{ opacity: strength(i, stages.length) }} />
              </span>
              {label} <strong>{count}</strong>
            </button>
          </li>
        ))}
        {counts.retired > 0 ? (
          <li>
            <button
              type="button"
              className="stage-pick"
              aria-pressed={retired}
              onClick={() => onPick(retired ? {} : { retired: true })}
            >
              <span className="stage-dot stage-dot-hollow" aria-hidden="true" />
              已注销 <strong>{counts.retired}</strong>
            </button>
          </li>
        ) : null}
      </ul>
    </div>
  );
};
