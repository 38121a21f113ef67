import { Outlet } from '@tanstack/react-router';
import { OutboxSender, useRead } from '@zhitongche/contract/web';
import { Frame, useMe } from '@zhitongche/shell/web';

/** Around every page of the hall. */
export const HallShell = () => {
  const me = useMe();
  const counts = useRead('inboxCounts', {}, { refetchInterval: 60_000 });
  const registers = useRead('keptRegisters', {}, { staleTime: 5 * 60_000 });
  return (
    <Frame
      shell="hall"
      name="申报端"
      nav={[
        { to: '/hall', label: '办事', icon: 'home', exact: true },
        { to: '/hall/cases', label: '我的申报', icon: 'list' },
        { to: '/hall/notices', label: '消息', icon: 'bell', count: counts.data?.unread },
        ...((registers.data ?? []).length > 0
          ? ([{ to: '/hall/kept', label: '台账', icon: 'table' }] as const)
          : []),
        { to: '/account', label: '我的', icon: 'user', bar: 'only' },
      ]}
    >
      <OutboxSender account={me.id} />
      <Outlet />
    </Frame>
  );
};
