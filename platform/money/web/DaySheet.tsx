import { useState } from 'react';
import { moneyText } from '@zhitongche/base';
import { type Reply, newKey, useRead, useWrite } from '@zhitongche/contract/web';
import { CHANNELS, isAmount } from '@zhitongche/money';
import {
  Badge,
  Button,
  dayText,
  ErrorState,
  instantText,
  messageOf,
  Notice,
  Skeleton,
  TextField,
  toast,
} from '@zhitongche/ui';

type Day = Reply<'moneyDay'>;
type Channel = Day['channels'][number];

/** One day of the books: sums side by side, every difference by its name, and the signature that closes it. */
export const DaySheet = ({ day }: { readonly day: string }) => {
  const [counted, setCounted] = useState('');
  const asked = isAmount(counted) ? { counted } : {};
  const { data, error, refetch } = useRead('moneyDay', { params: { day }, query: asked });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  const till = data.channels.some(({ channel, receipts }) => channel === 'till' && receipts !== '0.00');
  return (
    <section className="card stack" aria-labelledby="money-day">
      <h2 id="money-day" className="money-day-title">
        {dayText(day)}
        {data.closed ? <Badge tone="ok">已日结</Badge> : null}
      </h2>
      {data.channels.map((one) => (
        <Compared key={one.channel} one={one} closed={data.closed !== null} />
      ))}
      {data.closed ? (
        <Notice tone="ok" title={`${data.closed.name} 于 ${instantText(data.closed.at)} 签署`}>
          <p>{data.closed.note}</p>
          <p className="money-digest">摘要 {data.digest}</p>
        </Notice>
      ) : (
        <>
          {till ? (
            <TextField
              id="money-counted"
              label="清点的现金（元）"
              inputMode="decimal"
              value={counted}
              onChange={setCounted}
            />
          ) : null}
          <Close day={data} {...asked} />
        </>
      )}
    </section>
  );
};

const Compared = ({ one, closed }: { readonly one: Channel; readonly closed: boolean }) => (
  <section className="money-channel" aria-label={CHANNELS[one.channel]}>
    <h3>
      {CHANNELS[one.channel]}
      {one.differences.length === 0 ? (
        <Badge tone="ok">平</Badge>
      ) : (
        <Badge tone={closed ? 'idle' : 'warn'}>{`${one.differences.length} 项差异`}</Badge>
      )}
    </h3>
    <p>
      入账 {moneyText(one.receipts)} 元 · {one.channel === 'till' ? '清点' : '流水'} {moneyText(one.told)} 元
      · 对上 {one.matched} 笔
    </p>
    {one.differences.length > 0 ? (
      <ul className="money-differences">
        {one.differences.map((found, at) => (
          <li key={`${found.reference} ${at}`}>
            <span>{found.words}</span>
            <span className="soft">{found.reference}</span>
            <strong>{moneyText(found.amount)}</strong>
          </li>
        ))}
      </ul>
    ) : null}
  </section>
);

const Close = ({ day, counted }: { readonly day: Day; readonly counted?: string }) => {
  const [note, setNote] = useState('');
  const close = useWrite('closeMoneyDay', ['moneyDays', 'moneyDay']);
  const differs = day.channels.some(({ differences }) => differences.length > 0);
  if (day.holds !== null) return <Notice tone="info">{day.holds}</Notice>;
  return (
    <div className="stack">
      <TextField
        id="money-note"
        label={differs ? '差异的原因和处理' : '备注'}
        required={differs}
        rows={3}
        maxLength={500}
        value={note}
        onChange={setNote}
      />
      <div className="row row-end">
        <Button
          variant="primary"
          icon="check"
          pending={close.isPending}
          isDisabled={differs && note.trim() === ''}
          onPress={() =>
            close.mutate(
              {
                params: { day: day.day },
                body: { note, seen: day.digest, ...(counted === undefined ? {} : { counted }) },
                options: { key: newKey() },
              },
              { onSuccess: () => toast('已日结'), onError: (error) => toast(messageOf(error), 'danger') },
            )
          }
        >
          签署日结
        </Button>
      </div>
      <p className="soft">签署后当日不再变动；过后的更正记在下一个未结的日子。</p>
    </div>
  );
};
