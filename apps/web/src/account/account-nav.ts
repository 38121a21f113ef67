import type { Me } from '@zhitongche/contract/web';
import type { NavItem } from '@zhitongche/shell/web';

const SHELLS: Readonly<Record<Me['shells'][number], NavItem>> = {
  hall: { to: '/hall', label: '申报端', icon: 'home' },
  desk: { to: '/desk', label: '审批端', icon: 'inbox' },
  admin: { to: '/admin', label: '管理', icon: 'settings' },
};

/** Ways back from the account page to the shells this person works in. */
export const accountNav = (me: Me): readonly NavItem[] => [
  ...me.shells.map((s) => SHELLS[s]),
  { to: '/check-in', label: '签到', icon: 'check' },
  { to: '/account', label: '我的账户', icon: 'user' },
];
