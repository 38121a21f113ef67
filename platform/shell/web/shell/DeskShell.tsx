import { Outlet } from '@tanstack/react-router';
import { useRead, OutboxSender } from '@zhitongche/contract/web';
import { Frame } from '../Frame.tsx';
import { useMe } from '../me.ts';
import { usePhone } from '@zhitongche/ui';
import { useLive } from '../live.ts';
import { deskNav } from './desk-nav.ts';
import { OutboxChip } from './OutboxChip.tsx';
import './DeskShell.css';

/** Around every page of the desk and of the office's figures: keeps the line to the server, and sends what was decided offline. */
export const DeskShell = () => {
  const me = useMe();
  const phone = usePhone();
  useLive();
  const counts = useRead('inboxCounts', {});
  return (
    <Frame
      shell="desk"
      name="审批端"
      nav={deskNav(me, counts.data, phone)}
      tools={<OutboxChip account={me.id} />}
    >
      <OutboxSender account={me.id} />
      <Outlet />
    </Frame>
  );
};
