import { createRoute } from '@tanstack/react-router';
import { deskShell, lazyPage, rootRoute } from '@zhitongche/shell/web';
import { readMoneySearch } from './money-search.ts';

const money = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/money',
  validateSearch: readMoneySearch,
  staticData: { title: '收费' },
  component: lazyPage(() => import('./MoneyPage.tsx'), 'MoneyPage'),
});

/** Pages of the office's money, in the desk's shell. */
export const moneyPages = [money] as const;

/** The cashier of the stand-in of the demo office. */
export const localCashier = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pay/local',
  validateSearch: (search: Readonly<Record<string, unknown>>): { readonly o?: string } =>
    typeof search['o'] === 'string' ? { o: search['o'] } : {},
  staticData: { title: '演示支付' },
  component: lazyPage(() => import('./LocalCashier.tsx'), 'LocalCashier'),
});
