import type { Reply } from '@zhitongche/contract/web';
import { Notice } from '@zhitongche/ui';

/** What the marks mean, on which notices the year rests, and a word where it rests on none yet. */
export const CalendarLegend = ({
  year,
  covers,
  early,
  notices,
}: {
  readonly year: number;
  readonly covers: Reply<'calendar'>['covers'];
  /** True when the year before must be entered first. */
  readonly early: boolean;
  readonly notices: readonly string[];
}) => (
  <>
    {covers.to >= `${year}-12-31` && covers.from <= `${year}-01-01` ? null : (
      <div className="calendar-notice">
        <Notice tone="warn" title={`${year} 年的放假安排还没有录入`}>
          {early
            ? `请先录入 ${year - 1} 年及以前的安排。`
            : '这一年的到期日按周一至周五暂算，并会标明“暂定”；录入并保存后自动重算。'}
        </Notice>
      </div>
    )}
    <p className="calendar-legend">
      <span className="calendar-swatch calendar-off">休</span> 放假
      <span className="calendar-swatch calendar-work">班</span> 调休上班
      <span className="calendar-swatch calendar-weekend">六</span> 周末
      <span className="soft">点一天即可切换；用键盘时，方向键走到那一天，再按空格。</span>
    </p>
    {notices.length === 0 ? null : <p className="soft calendar-source">依据：{notices.join('；')}</p>}
  </>
);
