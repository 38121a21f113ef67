import { Outlet } from '@tanstack/react-router';
import { useRead } from '@zhitongche/contract/web';
import { Frame, useMe } from '@zhitongche/shell/web';
import { Empty } from '@zhitongche/ui';
import { isAdmin, roomsOf } from './admin-rooms.ts';
import '@zhitongche/ui/Field.css';
import './Admin.css';

/** Ways the phone's bottom bar has room for. */
const BAR = 5;
const MORE = { to: '/admin', label: '更多', icon: 'menu', exact: true, bar: 'only' } as const;

/** Around every page of the administration. */
export const AdminShell = () => {
  const me = useMe();
  const rooms = roomsOf(me);
  const confirms = isAdmin(me, 'system-admin') || isAdmin(me, 'security-admin');
  const pending = useRead('pendingGrants', {}, { enabled: confirms });
  const requests = useRead('twoPersonRequests', {}, { enabled: rooms.length > 0 });
  const counts: Readonly<Record<string, number | undefined>> = {
    '/admin/grants': pending.data?.length,
    '/admin/requests': requests.data?.filter((request) => request.may !== 'wait').length,
  };
  return (
    <Frame
      shell="desk"
      name="管理"
      nav={[
        ...rooms.map((room, i) => ({
          to: room.to,
          label: room.label,
          icon: room.icon,
          count: counts[room.to],
          bar: rooms.length <= BAR || i < BAR - 1,
        })),
        ...(rooms.length > BAR ? [MORE] : []),
      ]}
    >
      {rooms.length === 0 ? (
        <Empty icon="lock" title="没有管理权限" text="这里由系统、安全、审计三位管理员使用。" />
      ) : (
        <Outlet />
      )}
    </Frame>
  );
};
