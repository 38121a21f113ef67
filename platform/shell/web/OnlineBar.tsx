import { useSyncExternalStore } from 'react';
import { isWaiting, onWaiting } from '@zhitongche/contract/web';
import { Icon } from '@zhitongche/ui';
import { useOnline } from './online.ts';
import './OnlineBar.css';

/** Says so while the network is gone or calls wait for a limit, and what that means. */
export const OnlineBar = () => {
  const online = useOnline();
  const waiting = useSyncExternalStore(onWaiting, isWaiting);
  return (
    <output>
      {online ? null : (
        <p className="online-bar">
          <Icon name="offline" /> 网络已断开：可继续填写和查看已打开的内容，恢复后自动同步。
        </p>
      )}
      {online && waiting ? (
        <p className="online-bar">
          <Icon name="clock" /> 操作过于频繁，稍候自动继续，无须刷新页面。
        </p>
      ) : null}
    </output>
  );
};
