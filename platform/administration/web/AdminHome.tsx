import { Link } from '@tanstack/react-router';
import { heldRoles, useMe } from '@zhitongche/shell/web';
import { Icon, PageHeader } from '@zhitongche/ui';
import { roomsOf } from './admin-rooms.ts';

/** What this administrator looks after. */
export const AdminHome = () => {
  const me = useMe();
  return (
    <div className="admin-page">
      <PageHeader title="管理" intro={heldRoles(me).join('、')} />
      <ul className="rooms">
        {roomsOf(me).map((room) => (
          <li key={room.to}>
            <Link to={room.to} className="room">
              <Icon name={room.icon} size="l" />
              <span>
                <strong>{room.label}</strong>
                <span className="soft">{room.note}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
};
