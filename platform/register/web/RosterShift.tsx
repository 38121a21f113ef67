import { Link } from '@tanstack/react-router';
import { cx } from '@zhitongche/ui';
import { useWays } from './kept-ways.ts';
import type { Shown } from './roster-shown.ts';

const STAGES: Readonly<Record<string, string>> = { asking: '换班中', handed: '已交班', done: '已接班' };

/** One shift of a day: who holds each post, and how many are missing. */
export const RosterShift = ({
  register,
  roster,
  data,
  day,
  shift,
  onFill,
}: Shown & { readonly day: string; readonly shift: string }) => {
  const ways = useWays();
  const known = roster.shifts[shift];
  return (
    <div className="roster-shift">
      <span className="roster-label">
        {known?.label} {known?.from}–{known && known.to <= known.from ? '次日' : ''}
        {known?.to}
      </span>
      {Object.entries(roster.posts).map(([post, { label }]) => {
        const here = data.turns.filter((one) => one.day === day && one.shift === shift && one.post === post);
        const gap = data.gaps.find((one) => one.day === day && one.shift === shift && one.post === post);
        return (
          <span key={post} className="roster-post">
            <span className="roster-name">{label}</span>
            {here.map(({ id, person, mine, active, stage }) => (
              <Link
                key={id}
                to={ways.row}
                params={{ register, row: id }}
                className={cx('roster-person', mine && 'roster-mine', !active && 'roster-gone')}
                title={`${known?.label ?? ''} ${label} ${person}${active ? '' : '（账号已停用）'}`}
              >
                {person}
                {STAGES[stage] === undefined ? '' : `（${STAGES[stage]}）`}
              </Link>
            ))}
            {gap ? (
              onFill ? (
                <button
                  type="button"
                  className="roster-gap"
                  aria-label={`${day} ${known?.label ?? ''} ${label}缺${gap.missing}人，安排`}
                  onClick={() => onFill({ day, shift, post, missing: gap.missing })}
                >
                  缺{gap.missing}人
                </button>
              ) : (
                <span className="roster-gap">缺{gap.missing}人</span>
              )
            ) : null}
          </span>
        );
      })}
    </div>
  );
};
