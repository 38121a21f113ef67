import { Icon } from '../ui/Icon.tsx';
import { useOnline } from './online.ts';
import './OnlineBar.css';

/** Says so while the network is gone, and what that means. */
export const OnlineBar = () => {
  const online = useOnline();
  return (
    <output>
      {online ? null : (
        <p className="online-bar">
          <Icon name="offline" /> 网络已断开：可继续填写和查看已打开的内容，恢复后自动同步。
        </p>
      )}
    </output>
  );
};
