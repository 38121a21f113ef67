import { CHANNELS } from '@zhitongche/channel';
import type { Reply } from '@zhitongche/contract/web';
import { Badge, Figures } from '@zhitongche/ui';
import './MessageFigures.css';

/** What is connected, and how the last day went: share within ten seconds, never without how many. */
export const MessageFigures = ({ seen }: { readonly seen: Reply<'messageOverview'> }) => {
  const { due, inTime } = seen.day;
  return (
    <section className="admin-part stack stack-tight" aria-label="渠道和近一天的交付">
      <ul className="row message-channels">
        {seen.channels.map(({ channel, via }) => (
          <li key={channel}>
            <Badge tone={via === null ? 'warn' : 'ok'}>
              {CHANNELS[channel]}：{via === null ? '未接通' : `已接通（${via}）`}
            </Badge>
          </li>
        ))}
      </ul>
      <p className="soft">
        近一天到期 {due} 条，{inTime} 条在 10 秒内交付；目标是 95 %。
      </p>
      <Figures
        all={[
          {
            value: due === 0 ? '—' : `${Math.floor((inTime / due) * 1000) / 10}`,
            ...(due === 0 ? {} : { unit: '%' }),
            caption: '10 秒内交付',
          },
          { value: `${seen.counts.queued}`, unit: '条', caption: '待发出' },
          { value: `${seen.counts.stuck}`, unit: '条', caption: '发送受阻' },
          { value: `${seen.counts.refused}`, unit: '条', caption: '被拒收' },
        ]}
      />
    </section>
  );
};
