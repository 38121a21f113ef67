import { Link } from '@tanstack/react-router';
import { useOutbox } from '@zhitongche/contract/web';
import { Icon } from '@zhitongche/ui';

/** How many decisions are still on this device, or were refused; nothing when all went out. */
export const OutboxChip = ({ account }: { readonly account: string }) => {
  const acts = useOutbox(account);
  const waiting = acts.filter((a) => a.status === 'waiting').length;
  const refused = acts.filter((a) => a.status === 'refused').length;
  if (waiting + refused === 0) return null;
  return (
    <Link to="/desk/outbox" className={refused > 0 ? 'outbox-chip outbox-chip-refused' : 'outbox-chip'}>
      <Icon name={refused > 0 ? 'alert' : 'send'} size="s" />
      {refused > 0 ? `${refused} 项未被接受` : `${waiting} 项待发送`}
    </Link>
  );
};
