import { Link } from '@tanstack/react-router';
import { useMe, seesStuck, deskWays } from '@zhitongche/shell/web';
import { useOutbox } from '@zhitongche/contract/web';
import { Icon, type IconName, PageHeader } from '@zhitongche/ui';
import '@zhitongche/shell/web/ways.css';

/** The phone's rarer ways. */
export const MorePage = () => {
  const me = useMe();
  const waiting = useOutbox(me.id).filter((a) => a.status !== 'sent').length;
  const ways: readonly { to: string; label: string; icon: IconName; note: string }[] = [
    { to: '/desk/outbox', label: '待发送', icon: 'send', note: waiting > 0 ? `${waiting} 项` : '都已送达' },
    ...(seesStuck(me)
      ? [{ to: '/desk/stuck', label: '待出证', icon: 'stamp', note: '还没有出来的文书' } as const]
      : []),
    { to: '/insight/registers', label: '台账', icon: 'table', note: '办结后留存的记录' },
    ...deskWays(me),
    { to: '/check-in', label: '签到', icon: 'check', note: '扫会场屏幕上的码，没有网络也可以' },
    { to: '/desk/absence', label: '外出委托', icon: 'users', note: '外出期间请人代办' },
    { to: '/account', label: '我的账户', icon: 'user', note: `${me.name} · ${me.org.name}` },
  ];
  return (
    <div className="desk-page">
      <PageHeader title="更多" />
      <ul className="more-list">
        {ways.map((way) => (
          <li key={way.to}>
            <Link to={way.to} className="more-way">
              <Icon name={way.icon} />
              <span className="grow">
                {way.label}
                <span className="soft more-note">{way.note}</span>
              </span>
              <Icon name="chevron-right" />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
};
