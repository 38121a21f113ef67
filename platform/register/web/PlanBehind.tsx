import { Link } from '@tanstack/react-router';
import type { Behind } from '@zhitongche/register';
import { dayText } from '@zhitongche/ui';
import { CaseNumber } from './CaseNumber.tsx';

/** What stands behind a figure: items of the plan, and the matters that do them. */
export const PlanBehind = ({
  title,
  lines,
  register,
  matter: called,
}: {
  readonly title: string;
  readonly lines: readonly Behind[];
  readonly register: string;
  /** What one of the matters is called. */
  readonly matter: string;
}) => (
  // Long tables hide what opens beneath them.
  <section
    key={title}
    ref={(shown) => shown?.scrollIntoView?.({ block: 'nearest' })}
    className="card stack"
    aria-label={`${title}的明细`}
  >
    <h2>
      {title}：{lines.reduce((sum, { n }) => sum + n, 0)}
    </h2>
    <ul className="plan-lines">
      {lines.map(({ item, matter, n }) => (
        <li key={`${item.id} ${matter?.number ?? ''} ${n}`}>
          <Link to="/desk/kept/$register/$row" params={{ register, row: item.id }} className="plan-item">
            {item.title}
          </Link>
          <span className="soft">
            {item.orgName}，计划{item.planned.slice(0, 7)}
            {n > 1 ? `，${n}个` : ''}
          </span>
          {matter ? (
            <span>
              {matter.case ? (
                <CaseNumber number={matter.number} said={`${called} ${matter.number}`} />
              ) : (
                `${called} ${matter.number}`
              )}
              {matter.from
                ? `，${dayText(matter.from)}至${matter.until ? dayText(matter.until) : '未定'}`
                : ''}
              {matter.backOn ? '，已完成' : ''}
            </span>
          ) : item.matters.length < item.count ? (
            <span className="soft">还没有{called}</span>
          ) : null}
        </li>
      ))}
    </ul>
  </section>
);
