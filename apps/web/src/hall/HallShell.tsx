import { Link, Outlet } from '@tanstack/react-router';
import { atVisit, OutboxSender, useRead } from '@zhitongche/contract/web';
import { Frame, useMe } from '@zhitongche/shell/web';
import { Icon } from '@zhitongche/ui';
import { PartySwitch } from '@zhitongche/visitor/web';
import './HallShell.css';

const digits = (phone: string): string => phone.replaceAll(/[^\d+]/g, '');

/** Around every page of the hall: its ways, a telephone where one can ask, and whose site this is. */
export const HallShell = () => {
  const me = useMe();
  const counts = useRead('inboxCounts', {}, { refetchInterval: 60_000 });
  const registers = useRead('keptRegisters', {}, { staleTime: 5 * 60_000, enabled: !atVisit });
  const { name, phone, address } = me.office;
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
      tools={
        <>
          {atVisit ? <PartySwitch /> : null}
          {phone === undefined ? null : (
            <a className="hall-phone" href={`tel:${digits(phone)}`}>
              <Icon name="phone" size="s" /> <span>咨询 {phone}</span>
            </a>
          )}
        </>
      }
    >
      <OutboxSender account={me.id} />
      <Outlet />
      <footer className="hall-foot no-print">
        <p>
          主办：{name}
          {address === undefined ? '' : `，${address}`}
        </p>
        <p>
          {phone === undefined ? null : (
            <>
              办事咨询 <a href={`tel:${digits(phone)}`}>{phone}</a>，
            </>
          )}
          工作日接听；<Link to="/verify">核验文书真伪</Link>
        </p>
      </footer>
    </Frame>
  );
};
