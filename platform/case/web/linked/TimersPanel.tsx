import { dayInShanghai, minutesInWords } from '@zhitongche/base';
import type { CaseView } from '@zhitongche/contract';
import { dayText, instantShort } from '@zhitongche/ui';
import { StandingLine } from './StandingLine.tsx';

type Limit = CaseView['timers'][number];

const HOURS: Readonly<Record<Limit['hours'], string>> = {
  'round-the-clock': '全天计时，含节假日',
  office: '只计办公时间',
  days: '按自然日计',
};
const DAY = 86_400_000;

/** 时限: limits in minutes or days the case is held to, which hours count, and what is used of each. */
export const TimersPanel = ({
  view,
  className = 'limits stack',
}: {
  readonly view: CaseView;
  readonly className?: string;
}) =>
  view.timers.length === 0 ? null : (
    <section className={className} aria-labelledby="limits-title">
      <h2 id="limits-title">时限</h2>
      <ul>
        {view.timers.map((limit) => (
          <Line key={limit.timer} limit={limit} />
        ))}
      </ul>
    </section>
  );

const spanIn = ({ hours }: Limit, ms: number): string =>
  hours === 'days' ? `${Math.ceil(ms / DAY)}天` : minutesInWords(ms);

/** When it runs out; what ends at midnight is up with the day before. */
const endOf = ({ hours }: Limit, due: string): string =>
  hours === 'days' ? dayText(dayInShanghai(new Date(Date.parse(due) - 1).toISOString())) : instantShort(due);

const Line = ({ limit }: { readonly limit: Limit }) => {
  const { label, until, ms, minutes, due, paused, late, provisional } = limit;
  const over = until !== null;
  const state = late ? '已超过' : over ? '按时' : paused ? '暂停' : '计时中';
  return (
    <StandingLine label={label} tone={late ? 'danger' : over ? 'ok' : paused ? 'idle' : 'info'} words={state}>
      <span>
        {over ? '用时' : '已用'} {spanIn(limit, ms)}，时限 {spanIn(limit, minutes * 60_000)}
      </span>
      <span className="soft">
        {HOURS[limit.hours]}
        {over || due === null ? '' : ` · 到 ${endOf(limit, due)}`}
        {provisional ? ' · 节假日安排公布前为暂定' : ''}
      </span>
    </StandingLine>
  );
};
