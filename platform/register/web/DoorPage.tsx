import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { read } from '@zhitongche/contract/web';
import { ErrorState, instantShort, Skeleton } from '@zhitongche/ui';
import { toDataURL } from 'qrcode';
import { useEffect, useState } from 'react';
import './DoorPage.css';

/** The screen of a room: the code of this half minute, large enough for the last row. Codes for ten minutes are here already. */
export const DoorPage = () => {
  const { register = '', row = '' } = useParams({ strict: false });
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    ...read('doorCodes', { params: { register, id: row } }),
    refetchInterval: 120_000,
    refetchIntervalInBackground: true,
  });
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  // The clock of the server counts, not that of a screen in a hall.
  const ahead = data ? Date.parse(data.now) - dataUpdatedAt : 0;
  const at = new Date(now + ahead).toISOString();
  const current = data?.codes.find(({ from, until }) => from <= at && at < until);
  const picture = useQrCode(current?.code);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  const left = current ? Math.ceil((Date.parse(current.until) - Date.parse(at)) / 1000) : 0;
  return (
    <main className="door">
      <h1>{data.title}</h1>
      {current ? (
        <>
          {picture ? (
            <img src={picture} alt={`签到二维码，签到码 ${current.code}`} />
          ) : (
            <Skeleton lines={8} />
          )}
          <p className="door-code" aria-live="off">
            {current.code}
          </p>
          <p>用手机相机扫码，或者打开“签到”输入上面的码；没有网络也可以签到。</p>
          <progress className="door-left" max={30} value={left} aria-label={`还有${left}秒换下一个码`} />
          <p className="door-clock">{instantShort(at)}</p>
        </>
      ) : (
        <p role="alert">屏幕与服务器断开超过十分钟，暂时没有可用的签到码。网络恢复后自动显示。</p>
      )}
    </main>
  );
};

/** A code as a picture that leads to the page to check in at. */
const useQrCode = (code: string | undefined): string => {
  const [picture, setPicture] = useState('');
  useEffect(() => {
    if (code === undefined) return;
    let gone = false;
    void toDataURL(`${location.origin}/check-in#${code}`, { margin: 1, width: 480 }).then((made) => {
      if (!gone) setPicture(made);
    });
    return () => {
      gone = true;
    };
  }, [code]);
  return picture;
};
