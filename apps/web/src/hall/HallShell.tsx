import { Link, Outlet } from '@tanstack/react-router';
import { atVisit, OutboxSender, useRead } from '@zhitongche/contract/web';
import { Frame, useMe } from '@zhitongche/shell/web';
import { Icon, useShared } from '@zhitongche/ui';
import { PartySwitch } from '@zhitongche/visitor/web';
import './HallShell.css';

const digits = (phone: string): string => phone.replaceAll(/[^\d+]/g, '');

/** Around every page of the hall: its ways, a telephone where one can ask, and whose site this is. */
export const HallShell = () => {
  const { say } = useShared();
  const me = useMe();
  const counts = useRead('inboxCounts', {}, { refetchInterval: 60_000 });
  const registers = useRead('keptRegisters', {}, { staleTime: 5 * 60_000, enabled: !atVisit });
  const { name, phone, address } = me.office;
  return (
    <Frame
      shell="hall"
      name={say('申报端', 'Services')}
      nav={[
        { to: '/hall', label: say('办事', 'Services'), icon: 'home', exact: true },
        { to: '/hall/cases', label: say('我的申报', 'My matters'), icon: 'list' },
        { to: '/hall/notices', label: say('消息', 'News'), icon: 'bell', count: counts.data?.unread },
        ...((registers.data ?? []).length > 0
          ? ([{ to: '/hall/kept', label: '台账', icon: 'table' }] as const)
          : []),
        { to: '/account', label: say('我的', 'Account'), icon: 'user', bar: 'only' },
      ]}
      tools={
        <>
          {atVisit ? <PartySwitch /> : null}
          {phone === undefined ? null : (
            <a className="hall-phone" href={`tel:${digits(phone)}`}>
              <Icon name="phone" size="s" /> <span>{say(`咨询 ${phone}`, phone)}</span>
            </a>
          )}
        </>
      }
    >
      <OutboxSender account={me.id} />
      <Outlet />
      <footer className="hall-foot no-print">
        <p>
          {say('主办：', 'Run by ')}
          <span lang="zh-CN">
            {name}
            {address === undefined ? '' : `，${address}`}
          </span>
        </p>
        <p>
          {phone === undefined ? null : (
            <>
              {say('办事咨询 ', 'Questions: ')}
              <a href={`tel:${digits(phone)}`}>{phone}</a>
              {say('，', ', ')}
            </>
          )}
          {say('工作日接听；', 'on working days; ')}
          <Link to="/verify">{say('核验文书真伪', 'check a certificate')}</Link>
        </p>
      </footer>
    </Frame>
  );
};
