import { PAPER_ISSUERS } from '@zhitongche/access';
import type { Me, Reply } from '@zhitongche/contract/web';
import type { NavItem } from '../nav-item.ts';
import { deskWays } from './desk-ways.ts';

/** True for people who may see and retry papers that were not issued. */
export const seesStuck = (me: Pick<Me, 'grants'>): boolean =>
  me.grants.some((g) => PAPER_ISSUERS.some((role) => role === g.role));

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
    { to: '/insight/deadlines', label: '时限', icon: 'clock' },
    { to: '/insight/measures', label: '指标', icon: 'trend' },
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
