import { useRead, useWrite } from '@zhitongche/contract/web';
import { Button, ConfirmSheet, ErrorState, instantShort, Notice, Skeleton, toast } from '@zhitongche/ui';
import { useState } from 'react';

/** A calendar of one's own bookings, turns of duty and courses, read by programs from a secret address. */
export const CalendarFeed = () => {
  const feed = useRead('calendarFeed', {});
  const renew = useWrite('renewCalendarFeed', ['calendarFeed']);
  const end = useWrite('endCalendarFeed', ['calendarFeed']);
  const [asking, setAsking] = useState<'renew' | 'end' | null>(null);
  const address = renew.data ? `${location.origin}${renew.data.path}` : '';
  const made = async (): Promise<void> => {
    await renew.mutateAsync({}).catch(() => undefined);
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address).then(
      () => toast('已复制'),
      () => toast('浏览器不允许复制，请选中后手动复制'),
    );
  };
  return (
    <section className="card stack" aria-label="日历订阅">
      <h2>日历订阅</h2>
      <p className="soft">
        把自己的预约、值班和培训放进手机或电脑的日历，只能看不能改。地址只显示这一次，知道地址的人就能看，请不要转发；账号停用后随即失效。
      </p>
      {feed.error ? (
        <ErrorState error={feed.error} onRetry={() => void feed.refetch()} />
      ) : !feed.data ? (
        <Skeleton lines={2} />
      ) : (
        <>
          {(renew.error ?? end.error) ? <ErrorState error={renew.error ?? end.error} /> : null}
          {address !== '' && feed.data.since !== null ? (
            <Notice tone="ok" live title="订阅地址">
              <p style={{ overflowWrap: 'anywhere' }}>{address}</p>
              <div className="row">
                <Button onPress={() => void copy()}>复制地址</Button>
              </div>
            </Notice>
          ) : null}
          <div className="row row-between">
            <span>
              {feed.data.since === null ? '还没有订阅地址' : `${instantShort(feed.data.since)} 生成`}
            </span>
            {feed.data.since === null ? (
              <Button pending={renew.isPending} onPress={() => void made()}>
                生成地址
              </Button>
            ) : (
              <span className="row">
                <Button onPress={() => setAsking('renew')}>换新地址</Button>
                <Button onPress={() => setAsking('end')}>停用</Button>
              </span>
            )}
          </div>
        </>
      )}
      <ConfirmSheet
        open={asking !== null}
        title={asking === 'renew' ? '换新地址' : '停用日历订阅'}
        verb={asking === 'renew' ? '换新' : '停用'}
        danger
        onConfirm={() => {
          if (asking === 'renew') void made();
          else void end.mutateAsync({}).catch(() => undefined);
          setAsking(null);
        }}
        onClose={() => setAsking(null)}
      >
        <p>原来的地址马上失效，用它订阅的日历不再更新。</p>
      </ConfirmSheet>
    </section>
  );
};
