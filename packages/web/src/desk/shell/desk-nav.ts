import type { Me, Reply } from '../../api/types.ts';
import type { NavItem } from '../../app/Frame.tsx';
import { deskWays } from './desk-ways.ts';

/** Roles that see the list of papers not issued yet; the same as the contract's `stuckPapers`. */
const ISSUERS: readonly string[] = [
  'window',
  'handler',
  'division-head',
  'deputy-director',
  'director',
  'passport-officer',
  'city-reviewer',
  'city-leader',
];

/** True for people who may see and retry papers that were not issued. */
export const seesStuck = (me: Pick<Me, 'grants'>): boolean => me.grants.some((g) => ISSUERS.includes(g.role));

/** The ways of the desk, most used first; on the phone the rarer ones are behind 更多. */
export const deskNav = (
  me: Pick<Me, 'grants'>,
  counts: Reply<'inboxCounts'> | undefined,
  phone: boolean,
): readonly NavItem[] => {
  const rare: readonly NavItem[] = [
    ...(seesStuck(me)
      ? [{ to: '/desk/stuck', label: '待出证', icon: 'stamp', count: counts?.stuck } as const]
      : []),
    { to: '/insight/registers', label: '台账', icon: 'table' },
    ...deskWays(me).map(({ to, label, icon }) => ({ to, label, icon })),
    { to: '/desk/absence', label: '外出委托', icon: 'users' },
    { to: '/desk/outbox', label: '待发送', icon: 'send' },
  ];
  return [
    { to: '/desk', label: '收件箱', icon: 'inbox', count: counts?.todo, exact: true },
    { to: '/desk/notices', label: '消息', icon: 'bell', count: counts?.unread },
    { to: '/insight/stats', label: '统计', icon: 'chart' },
    ...(phone ? [{ to: '/desk/more', label: '更多', icon: 'menu' } as const] : rare),
  ];
};
